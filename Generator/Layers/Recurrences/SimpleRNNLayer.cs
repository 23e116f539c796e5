using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Recurrences;

/// <summary><c>h = activation(x w + h' u + b)</c>.</summary>
internal sealed class SimpleRNNLayer(RecurrentOptions options) : RecurrentLayer(options)
{
    public override string Kind => "SimpleRNN";

    protected override CellKind Cell => CellKind.Simple;

    protected override int Gates => 1;

    public static Layer Read(ArgumentReader arguments) => new SimpleRNNLayer(RecurrentOptions.Read(arguments));

    public override RecurrentLayer With(RecurrentOptions changed) => new SimpleRNNLayer(changed);
}
