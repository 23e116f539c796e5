using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Merging;

/// <summary>The product of layers.</summary>
internal sealed class MultiplyLayer(IReadOnlyList<string?> inputNames) : ElementwiseMergeLayer(inputNames)
{
    public override string Kind => "Multiply";

    public static Layer Read(ArgumentReader arguments) => new MultiplyLayer(arguments.Texts("Inputs"));

    protected override MergeFunction Function => MergeFunction.Multiply;
}
