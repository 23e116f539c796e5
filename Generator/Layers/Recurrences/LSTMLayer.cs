using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Recurrences;

/// <summary>
/// Long short-term memory: <c>[i, f, g, o] = x w + h' u + b</c>, <c>c = s(f) c' + s(i) a(g)</c>, <c>h = s(o) a(c)</c>. Training keeps the
/// cell of each step beside the gates.
/// </summary>
internal sealed class LSTMLayer(RecurrentOptions options, Activation recurrentActivation, bool unitForgetBias)
    : RecurrentLayer(options)
{
    public override string Kind => "LSTM";

    protected override CellKind Cell => CellKind.Lstm;

    protected override Activation GateActivation => recurrentActivation;

    protected override int Gates => 4;

    public static Layer Read(ArgumentReader arguments) => new LSTMLayer(
        RecurrentOptions.Read(arguments), RecurrentOptions.ReadRecurrentActivation(arguments), arguments.Boolean("UnitForgetBias", true));

    public override RecurrentLayer With(RecurrentOptions changed) => new LSTMLayer(changed, recurrentActivation, unitForgetBias);

    protected override WeightTensor StartBias(WeightTensor bias) =>
        unitForgetBias ? bias with { Start = bias.Start with { Ones = new PieceOfOnes(Units, Units) } } : bias;
}
