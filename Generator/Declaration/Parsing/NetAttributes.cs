using System.Threading;
using Microsoft.CodeAnalysis;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>A net's attributes.</summary>
/// <param name="Options"><c>[StaticNet]</c>.</param>
/// <param name="Layers"><c>[Input]</c> and the layers, in source order.</param>
/// <param name="Outputs"><c>[Output]</c>, in source order.</param>
/// <param name="Compile"><c>[Compile]</c>, or null without one.</param>
internal sealed record NetAttributes(
    AttributeData? Options, IReadOnlyList<AttributeData> Layers, IReadOnlyList<AttributeData> Outputs, AttributeData? Compile)
{
    public static NetAttributes Of(INamedTypeSymbol net, CancellationToken cancellation)
    {
        List<AttributeData> written = [.. net.GetAttributes().Where(attribute => IsUsers(attribute, cancellation))];
        List<SyntaxTree> files = [.. net.DeclaringSyntaxReferences.Select(part => part.SyntaxTree)];
        return new NetAttributes(
            written.Find(attribute => WellKnownTypes.IsStaticNet(attribute.AttributeClass)),
            InOrder(written.Where(attribute => IsLayerOrUnknown(attribute.AttributeClass)), files),
            InOrder(written.Where(attribute => WellKnownTypes.IsOutput(attribute.AttributeClass)), files),
            written.Find(attribute => WellKnownTypes.IsCompile(attribute.AttributeClass)));
    }

    /// <summary>Whether an attribute is a <c>[Compile]</c> that names no loss: the constructor with the optimizer alone.</summary>
    public static bool IsCompileWithoutLoss(AttributeData attribute) =>
        WellKnownTypes.IsCompile(attribute.AttributeClass) && attribute.AttributeConstructor is { Parameters.Length: 1 };

    private static IReadOnlyList<AttributeData> InOrder(IEnumerable<AttributeData> attributes, List<SyntaxTree> files) =>
    [
        .. attributes
            .OrderBy(attribute => files.IndexOf(attribute.ApplicationSyntaxReference!.SyntaxTree))
            .ThenBy(attribute => attribute.ApplicationSyntaxReference!.Span.Start),
    ];

    private static bool IsUsers(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference is SyntaxReference source && !EmittedSource.Contains(source.SyntaxTree, cancellation);

    // An attribute that is unknown here may be a layer under a name that another generator emits.
    public static bool IsLayerOrUnknown(INamedTypeSymbol? type) =>
        WellKnownTypes.IsInput(type) || WellKnownTypes.IsLayer(type) || type is null or { TypeKind: TypeKind.Error };
}
