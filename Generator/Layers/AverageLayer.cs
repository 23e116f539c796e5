using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>The mean of layers.</summary>
internal sealed class AverageLayer(IReadOnlyList<string?> inputNames) : ElementwiseMergeLayer(inputNames)
{
    public override string Kind => "Average";

    public static Layer Read(ArgumentReader arguments) => new AverageLayer(arguments.Texts("Inputs"));

    protected override MergeFunction Function => MergeFunction.Average;

    protected override string Formula(IReadOnlyList<string> names) => $"({string.Join(" + ", names)}) / {Literal.Int(names.Count)}";

    protected override string Value(Flavour flavour, IReadOnlyList<string> x) => $"({string.Join(" + ", x)}) * {Share(flavour)}";

    protected override string Gradient(Flavour flavour, int i, IReadOnlyList<string> x, string dy) => $"({dy} * {Share(flavour)})";

    private string Share(Flavour flavour) => flavour.Broadcast(1.0 / InputCount);
}
