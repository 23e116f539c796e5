using System.Collections.Generic;
using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Layers;

/// <summary>The sum of layers.</summary>
internal sealed class AddLayer(IReadOnlyList<string?> inputNames) : ElementwiseMergeLayer(inputNames)
{
    public override string Kind => "Add";

    public static Layer Read(ArgumentReader arguments) => new AddLayer(arguments.Texts("Inputs"));

    protected override string Formula(IReadOnlyList<string> names) => string.Join(" + ", names);

    protected override string Value(Flavour flavour, IReadOnlyList<string> x) => string.Join(" + ", x);

    protected override string Gradient(Flavour flavour, int i, IReadOnlyList<string> x, string dy) => dy;
}
