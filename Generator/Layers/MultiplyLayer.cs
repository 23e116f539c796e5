using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>The product of layers.</summary>
internal sealed class MultiplyLayer(IReadOnlyList<string?> inputNames) : ElementwiseMergeLayer(inputNames)
{
    public override string Kind => "Multiply";

    public static Layer Read(ArgumentReader arguments) => new MultiplyLayer(arguments.Texts("Inputs"));

    protected override MergeFunction Function => MergeFunction.Multiply;
}
