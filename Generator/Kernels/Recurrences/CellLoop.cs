using System.Globalization;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Recurrences;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>What a kernel of a step reads and writes of one sample: rows under a name.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Rows">The rows.</param>
/// <param name="IsPrevious">Whether it is those of the step before.</param>
internal sealed record CellOperand(string Name, StepRows Rows, bool IsPrevious = false)
{
    /// <summary>Where in each row it begins.</summary>
    public int Offset { get; init; }
}

/// <summary>Emits what a step does to each unit by itself: a loop over the block's rows, and over vectors of units.</summary>
internal static class CellLoop
{
    // The body of a vector is long: functions of functions. More than one in a row is code without gain.
    private const int MostUnrolledVectors = 1;

    /// <summary>The vector that is all ones in a masked step of the row; declared where an operand is the mask.</summary>
    public const string IsMasked = "isMasked";

    public static void Write(
        SourceWriter writer, Flavour widest, RecurrentShape shape, IReadOnlyList<CellOperand> operands, Action<CellVector> body)
    {
        Flavour flavour = widest.Fit(shape.Units);
        using (writer.Block("for (int m = 0; m < rows; m++)"))
        {
            foreach (CellOperand operand in operands)
            {
                writer.Refer(operand.Name + "m", operand.Name, At.Times("m", operand.Rows.Pitch(shape)));
            }

            if (operands.Any(operand => operand.Name == "mask"))
            {
                writer.Line($"{flavour.Type} {IsMasked} = {flavour.Equal(flavour.Broadcast("maskm"), flavour.Zero)};");
            }

            RowLoop.Write(
                writer,
                flavour,
                shape.Units,
                (offset, lanes) => body(new CellVector(writer, flavour, shape.Units, offset, lanes)),
                MostUnrolledVectors);
        }
    }
}

/// <summary>A vector of units in the body of a <see cref="CellLoop"/>.</summary>
internal sealed class CellVector(SourceWriter writer, Flavour flavour, int units, string offset, int lanes)
{
    public Flavour Flavour => flavour;

    /// <summary>Declares a vector.</summary>
    public void Let(string name, string value) => writer.Line($"{flavour.Type} {name} = {value};");

    /// <summary>The units' values in a block of an operand's row: <c>[i, f, g, o]</c> are blocks 0 to 3.</summary>
    public string Load(string operand, int block = 0) =>
        IsConstant(out int place)
            ? flavour.Load(operand + "m", place + (block * units))
            : flavour.Load(operand + "m", At.Sum(offset, block * units));

    public void Store(string operand, string value, int block = 0)
    {
        if (IsConstant(out int place))
        {
            VectorStore.Write(writer, flavour, value, operand + "m", place + (block * units), lanes);
        }
        else
        {
            VectorStore.WriteAt(writer, flavour, value, operand + "m", At.Sum(offset, block * units), lanes);
        }
    }

    private bool IsConstant(out int place) => int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out place);
}
