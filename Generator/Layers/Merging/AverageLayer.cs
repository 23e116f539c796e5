using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Merging;

/// <summary>The mean of layers.</summary>
internal sealed class AverageLayer(IReadOnlyList<string?> inputNames) : ElementwiseMergeLayer(inputNames)
{
    public override string Kind => "Average";

    public static Layer Read(ArgumentReader arguments) => new AverageLayer(arguments.Texts("Inputs"));

    protected override MergeFunction Function => MergeFunction.Average;
}
