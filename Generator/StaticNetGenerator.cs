using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Emit.Files;
using StaticNets.Generator.Emit.Stubs;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Layers.Declared;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator;

/// <summary>
/// Writes the code of every class with <c>[StaticNet]</c>: the net, or a stub where the declaration is invalid. It reports nothing itself.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class StaticNetGenerator : IIncrementalGenerator
{
    private static readonly Encoding s_utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetSpec> specs = context.SyntaxProvider
            .ForAttributeWithMetadataName(WellKnownTypes.StaticNetAttribute, static (node, _) => node is TypeDeclarationSyntax, Parse)
            .Where(static spec => spec is not null)
            .Select(static (spec, _) => spec!)
            .WithTrackingName(TrackingNames.Spec);

        IncrementalValueProvider<EquatableArray<string>> caseTwins = specs
            .Select(static (spec, _) => spec.MetadataName)
            .Collect()
            .Select(static (names, _) => HintNames.FindCaseTwins(names))
            .WithTrackingName(TrackingNames.CaseTwins);

        IncrementalValueProvider<EquatableArray<Target>> targets = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => new EquatableArray<Target>(TargetsOf(provider.GlobalOptions)))
            .WithTrackingName(TrackingNames.Targets);

        context.RegisterSourceOutput(
            specs.Combine(caseTwins).Combine(targets), static (output, net) => Write(output, net.Left.Left, net.Left.Right, net.Right));
    }

    private static IReadOnlyList<Target> TargetsOf(AnalyzerConfigOptions options) =>
        TargetSelection.Of(property => options.TryGetValue("build_property." + property, out string? value) ? value : null);

    private static NetSpec? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        INamedTypeSymbol net = (INamedTypeSymbol)context.TargetSymbol;

        // A second [StaticNet] on another part is the compiler's to report; the net is still one.
        AttributeData? first = NetAttributes.Of(net, cancellation).Options;
        return first?.ApplicationSyntaxReference?.GetSyntax(cancellation).Parent?.Parent == context.TargetNode
            ? NetParser.Parse(net, context.SemanticModel.Compilation, cancellation)?.Spec
            : null;
    }

    private static void Write(
        SourceProductionContext output, NetSpec spec, EquatableArray<string> caseTwins, EquatableArray<Target> targets)
    {
        var net = PlannedNet.Of(spec, output.CancellationToken);
        IReadOnlyList<(string Part, string Source)> files = net.Plan is { } plan
            ? EmitNet(spec, plan, targets, output.CancellationToken)
            : EmitStub(spec, [.. net.Problems.Where(problem => problem.IsError)]);
        foreach ((string part, string source) in files)
        {
            output.AddSource(HintNames.Of(spec, part, caseTwins), SourceText.From(SourceHeader.Text + source, s_utf8));
        }
    }

    private static IReadOnlyList<(string Part, string Source)> EmitNet(
        NetSpec spec, NetPlan plan, IReadOnlyList<Target> targets, CancellationToken cancellation)
    {
        try
        {
            return [.. NetEmitter.Emit(spec, plan, targets, cancellation).Select(file => (file.Part, file.Source))];
        }
        catch (CodeTooLongException tooLong)
        {
            return EmitStub(spec, [NetProblems.TooMuchCode(spec, tooLong.Attribute)]);
        }
    }

    private static IReadOnlyList<(string Part, string Source)> EmitStub(NetSpec spec, IReadOnlyList<Problem> problems) =>
        StubEmitter.Emit(spec, problems) is string source ? [("", source)] : [];
}
