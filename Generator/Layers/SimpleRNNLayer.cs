using System.Collections.Generic;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Emit.Recurrent;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary><c>h = activation(x w + h' u + b)</c>.</summary>
internal sealed class SimpleRNNLayer(RecurrentOptions options) : RecurrentLayer(options)
{
    private readonly GateFunction _activation = new(options.Activation);

    public override string Kind => "SimpleRNN";

    protected override CellKind Cell => CellKind.Simple;

    protected override int Gates => 1;

    protected override int StripFloats => 2 * Units;

    protected override IReadOnlyList<PackedMatrix> Matrices => [Matrix];

    private PackedMatrix Matrix => new(0, Shape.Inputs + Units, Columns);

    public static Layer Read(ArgumentReader arguments) => new SimpleRNNLayer(RecurrentOptions.Read(arguments));

    public override RecurrentLayer With(RecurrentOptions changed) => new SimpleRNNLayer(changed);

    protected override void EmitPackedWeights(LayerEmission emission, string packed)
    {
        Fill(emission, packed, Matrix, Kernel, 0, 0);
        Fill(emission, packed, Matrix, RecurrentKernel, 0, Shape.Inputs);
    }

    protected override void EmitStep(LayerEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products)
    {
        StepRows sums = pass.Strip("sums", Columns);
        products.AddGates(new StepProduct("Product", Matrix, sums) { Biases = [0] });
        pass.Update("Update", "h = activation(z) of one step.", StepSet.All, rows.Written(sums), cell =>
        {
            cell.Let("z", cell.Load("sums"));
            cell.Let("h", _activation.Value(cell, "z"));
            rows.StoreState(cell);
            rows.Keep(cell, _activation.Kept("z", "h"));
        });
    }

    protected override void EmitBackwardStep(LayerEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products)
    {
        pass.Update("UpdateBackward", "dz = dh activation'(z) of one step.", StepSet.All, rows.Read(), cell =>
        {
            rows.LetStateGradient(cell);
            cell.Let("kept", cell.Load("gates"));
            cell.Let("dz", _activation.Gradient(cell, "dh", "kept"));
            cell.Store("gates", "dz");
            rows.StorePassing(cell);
        });
        products.AddStateGradient(StateGradient(rows));
    }
}
