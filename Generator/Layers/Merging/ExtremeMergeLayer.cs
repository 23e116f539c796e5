using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Merging;

/// <summary>The largest or the smallest of layers' values. The gradient goes to the first of equals.</summary>
internal sealed class ExtremeMergeLayer(IReadOnlyList<string?> inputNames, bool isLargest) : ElementwiseMergeLayer(inputNames)
{
    public override string Kind => isLargest ? "Maximum" : "Minimum";

    public static Layer ReadMaximum(ArgumentReader arguments) => new ExtremeMergeLayer(arguments.Texts("Inputs"), isLargest: true);

    public static Layer ReadMinimum(ArgumentReader arguments) => new ExtremeMergeLayer(arguments.Texts("Inputs"), isLargest: false);

    protected override MergeFunction Function => isLargest ? MergeFunction.Maximum : MergeFunction.Minimum;
}
