using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// The activation that a loss is computed together with, by itself: where the loss is the program's own, it sees outputs behind the
/// activation, and gives gradients by these.
/// </summary>
internal sealed class FusedActivation(GraphOutput output, LossPlace place)
{
    private readonly Shape _shape = output.Value.Shape;

    public Activation Activation { get; } = KnownActivations.Named(output.Loss!.FusedActivation!);

    /// <summary>Writes the outputs in their place among those of the net.</summary>
    public void WriteForward(SourceWriter writer, Flavour widest)
    {
        if (!Activation.IsOfRows)
        {
            SampleLoop.Write(
                writer,
                widest,
                _shape.Size,
                [new("z", _shape.Size)],
                new("y", place.Stride, place.Offset),
                (flavour, values) => Activation.Forward(flavour, values[0]));
            return;
        }

        ForEachRow(writer, "z", () => ActivationFormulas.OfRows(Activation)
            .WriteForward(writer, widest.Fit(_shape.Last), _shape.Last, "zn", "yn"));
    }

    /// <summary>Writes the gradient before the activation over that behind it.</summary>
    public void WriteBackward(SourceWriter writer, Flavour widest)
    {
        if (!Activation.IsOfRows)
        {
            SampleLoop.Write(
                writer,
                widest,
                _shape.Size,
                [new("y", place.Stride, place.Offset), new("dz", _shape.Size)],
                new("dz", _shape.Size),
                (flavour, values) => Activation.Backward(flavour, values[1], values[0]));
            return;
        }

        ForEachRow(writer, "dz", () => ActivationFormulas.OfRows(Activation)
            .WriteBackward(writer, widest.Fit(_shape.Last), _shape.Last, "yn", "dzn", "dzn", accumulates: false));
    }

    /// <summary>Writes a loop over the rows, each of which stands at <c>yn</c> and under the operand's name with an n.</summary>
    private void ForEachRow(SourceWriter writer, string operand, Action body)
    {
        int classes = _shape.Last;
        int rows = _shape.Rows;
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        using (writer.BlockIf(rows > 1, $"for (int r = 0; r < {Literal.Int(rows)}; r++)"))
        {
            IndexSum row = rows > 1 ? At.Times("r", classes) : 0;
            writer.Refer(operand + "n", operand, At.Sum(At.Times("n", _shape.Size), row));
            writer.Refer("yn", "y", At.Sum(At.Sum(At.Times("n", place.Stride), place.Offset), row));
            body();
        }
    }
}
