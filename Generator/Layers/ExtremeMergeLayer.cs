using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>The largest or the smallest of layers' values. The gradient goes to the first of equals.</summary>
internal sealed class ExtremeMergeLayer(IReadOnlyList<string?> inputNames, bool isLargest) : ElementwiseMergeLayer(inputNames)
{
    public override string Kind => isLargest ? "Maximum" : "Minimum";

    public static Layer ReadMaximum(ArgumentReader arguments) => new ExtremeMergeLayer(arguments.Texts("Inputs"), isLargest: true);

    public static Layer ReadMinimum(ArgumentReader arguments) => new ExtremeMergeLayer(arguments.Texts("Inputs"), isLargest: false);

    protected override MergeFunction Function => isLargest ? MergeFunction.Maximum : MergeFunction.Minimum;

    protected override string Formula(IReadOnlyList<string> names) =>
        $"the {(isLargest ? "largest" : "smallest")} of {string.Join(", ", names)}";

    protected override string Value(Flavour flavour, IReadOnlyList<string> x) =>
        x.Skip(1).Aggregate(x[0], (best, other) => isLargest ? flavour.Max(best, other) : flavour.Min(best, other));

    protected override bool GradientReads(int i, int j) => true;

    /// <summary>dy where input i is ahead of the inputs before it, and none of those behind it is ahead of it.</summary>
    protected override string Gradient(Flavour flavour, int i, IReadOnlyList<string> x, string dy) =>
        Enumerable.Range(0, InputCount).Where(j => j != i).Aggregate(dy, (gradient, j) => j < i
            ? flavour.Select(IsAhead(flavour, x[i], x[j]), gradient, flavour.Zero)
            : flavour.Select(IsAhead(flavour, x[j], x[i]), flavour.Zero, gradient));

    private string IsAhead(Flavour flavour, string a, string b) => isLargest ? flavour.GreaterThan(a, b) : flavour.GreaterThan(b, a);
}
