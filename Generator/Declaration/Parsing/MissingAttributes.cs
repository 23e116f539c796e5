using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>
/// Attributes that were forgotten. Where a class has no <c>[StaticNet]</c> or no <c>[Compile]</c>, the compiler only finds that a method
/// does not fit it.
/// </summary>
internal static class MissingAttributes
{
    private static readonly HashSet<string> s_ofTraining = ["Fit", "Evaluate", "CreateTrainer", "ComputeLoss"];
    private static readonly HashSet<string> s_ofLoss = ["Fit", "Evaluate", "ComputeLoss", "Step", "ComputeGradients"];

    /// <summary>What a class that is no net has of one, or null. A block has layers, too.</summary>
    public static LocatedProblem? OfClass(INamedTypeSymbol type)
    {
        string[] kinds = [.. type.GetAttributes().Select(attribute => attribute.AttributeClass).Where(IsOfNet).Select(Kind)];
        if (kinds.Length == 0 || IsAttribute(type))
        {
            return null;
        }

        bool mayBeBlock = !kinds.Any(kind => kind is "Input" or "Compile" or "Output");
        string wayOut = mayBeBlock ? "add [StaticNet], or derive it from BlockAttribute if it is a block" : "add [StaticNet]";
        return new(DeclarationDiagnostics.NoStaticNet(type.Name, kinds[0], wayOut), type.Locations[0]);
    }

    /// <summary>A call for training of a net that only predicts, or null.</summary>
    public static LocatedProblem? OfCall(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier: var name } access
        && s_ofTraining.Contains(name.ValueText)
        && model.GetTypeInfo(access.Expression, cancellation).Type is INamedTypeSymbol type
        && Has(type, WellKnownTypes.IsStaticNet)
        && !Has(type, WellKnownTypes.IsCompile)
        && model.GetSymbolInfo(call, cancellation).Symbol is null
            ? new(DeclarationDiagnostics.NoCompile(type.Name, name.ValueText), name.GetLocation())
            : null;

    /// <summary>A call for a loss of a net, or its trainer, that is compiled without one, or null.</summary>
    public static LocatedProblem? OfLoss(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        call.Expression is MemberAccessExpressionSyntax { Name.Identifier: var name } access
        && s_ofLoss.Contains(name.ValueText)
        && model.GetTypeInfo(access.Expression, cancellation).Type is INamedTypeSymbol type
        && (type is { Name: "Trainer", ContainingType: { } owner } ? owner : type) is var net
        && Has(net, WellKnownTypes.IsStaticNet)
        && net.GetAttributes().Any(NetAttributes.IsCompileWithoutLoss)
        && model.GetSymbolInfo(call, cancellation).Symbol is null
            ? new(DeclarationDiagnostics.NoLoss(net.Name, name.ValueText), name.GetLocation())
            : null;

    private static bool Has(INamedTypeSymbol type, Func<INamedTypeSymbol?, bool> isKind) =>
        type.GetAttributes().Any(attribute => isKind(attribute.AttributeClass));

    private static bool IsOfNet(INamedTypeSymbol? type) =>
        WellKnownTypes.IsLayer(type) || WellKnownTypes.IsInput(type) || WellKnownTypes.IsCompile(type) || WellKnownTypes.IsOutput(type);

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        INamedTypeSymbol? candidate = type.BaseType;
        while (candidate is not null && candidate.ToDisplayString() != "System.Attribute")
        {
            candidate = candidate.BaseType;
        }

        return candidate is not null;
    }

    private static string Kind(INamedTypeSymbol? attribute)
    {
        const string Suffix = "Attribute";
        string name = attribute!.Name;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }
}
