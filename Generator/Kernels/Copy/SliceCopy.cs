using StaticNets.Generator.Kernels.Loops;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>Emits copies between an operand and a slice of the result: row after row, a chunk of each.</summary>
internal static class SliceCopy
{
    /// <summary>Copies input i into its slice of the output.</summary>
    public static void EmitForward(KernelEmission emission, int i, int chunk, int rows, int outputRow, int offset)
    {
        emission.Emit(
            "Copy",
            $"Copies {Text(chunk, rows)} of each sample to {Literal.Int(offset)} of {Literal.Int(outputRow)}.",
            [emission.X(i), emission.Y, emission.Rows(rows).As("n0", "n1")],
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                chunk,
                [new("x", chunk)],
                new("y", outputRow, offset),
                (_, values) => values[0]));
    }

    /// <summary>Copies, or adds, the gradient of the output's slice to input i's.</summary>
    public static void EmitBackward(KernelEmission emission, int i, int chunk, int rows, int outputRow, int offset)
    {
        bool accumulates = emission.Accumulates(i);
        emission.Emit(
            accumulates ? "BackwardAdd" : "BackwardCopy",
            $"dx {(accumulates ? "+" : "")}= {Text(chunk, rows)} of each sample's dy, "
                + $"at {Literal.Int(offset)} of {Literal.Int(outputRow)}.",
            [emission.DY, emission.DX(i), emission.Rows(rows).As("n0", "n1")],
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                chunk,
                accumulates ? [new("dy", outputRow, offset), new("dx", chunk)] : [new("dy", outputRow, offset)],
                new("dx", chunk),
                (_, values) => string.Join(" + ", values)));
    }

    private static string Text(int chunk, int rows) =>
        rows == 1 ? $"{Literal.Int(chunk)} values" : $"{Literal.Int(rows)} rows of {Literal.Int(chunk)} values";
}
