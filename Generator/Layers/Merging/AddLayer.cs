using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Merging;

/// <summary>The sum of layers.</summary>
internal sealed class AddLayer(IReadOnlyList<string?> inputNames) : ElementwiseMergeLayer(inputNames)
{
    public override string Kind => "Add";

    public static Layer Read(ArgumentReader arguments) => new AddLayer(arguments.Texts("Inputs"));

    protected override MergeFunction Function => MergeFunction.Add;
}
