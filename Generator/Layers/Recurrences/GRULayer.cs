using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Recurrences;

/// <summary>
/// Gated recurrent unit: <c>h = z h' + (1 - z) a(g)</c> with <c>[z, r] = s(x w + h' u + b)</c>. This one resets after the product,
/// <c>g = x w + b + r (h' u + b')</c>, so that a step has one product of the state; the products of both sides of r stand apart.
/// </summary>
internal sealed class GRULayer(RecurrentOptions options, Activation recurrentActivation) : RecurrentLayer(options)
{
    public override string Kind => "GRU";

    protected override CellKind Cell => CellKind.Gru;

    protected override Activation GateActivation => recurrentActivation;

    protected override int Gates => 3;

    protected override int BiasRows => 2;

    public static Layer Read(ArgumentReader arguments)
    {
        var options = RecurrentOptions.Read(arguments);
        Activation recurrentActivation = RecurrentOptions.ReadRecurrentActivation(arguments);
        return arguments.Boolean("ResetAfter", true)
            ? new GRULayer(options, recurrentActivation)
            : new ResetBeforeGRULayer(options, recurrentActivation);
    }

    public override RecurrentLayer With(RecurrentOptions changed) => new GRULayer(changed, recurrentActivation);
}
