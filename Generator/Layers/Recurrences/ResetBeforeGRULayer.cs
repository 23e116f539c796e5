using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Layers.Recurrences;

/// <summary>
/// Gated recurrent unit that resets before the product, <c>g = x w + (r h') u + b</c>: a step has two products, one after the other.
/// Training keeps <c>r h'</c> of each step beside the gates.
/// </summary>
internal sealed class ResetBeforeGRULayer(RecurrentOptions options, Activation recurrentActivation) : RecurrentLayer(options)
{
    public override string Kind => "GRU";

    protected override CellKind Cell => CellKind.GruResetBefore;

    protected override Activation GateActivation => recurrentActivation;

    protected override int Gates => 3;

    public override RecurrentLayer With(RecurrentOptions changed) => new ResetBeforeGRULayer(changed, recurrentActivation);
}
