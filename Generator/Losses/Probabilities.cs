using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Losses;

/// <summary>
/// Emits cross-entropies of outputs that are probabilities but no softmax that could be fused: q = y / sum y, clipped to [1e-7, 1 - 1e-7] as in Keras;
/// no gradient comes through where it was clipped.
/// </summary>
internal static class Probabilities
{
    public const double Epsilon = 1e-7;

    public static void WriteSparse(SourceWriter writer, LossRow row) => Write(writer, row, "k == label ? 1f : 0f");

    public static void WriteCategorical(SourceWriter writer, LossRow row) => Write(writer, row, "Unsafe.Add(ref tr, k)");

    private static void Write(SourceWriter writer, LossRow row, string target)
    {
        Flavour flavour = row.Flavour;
        string low = Literal.Float(Epsilon);
        string high = Literal.Float(1 - Epsilon);
        writer.Line($"{flavour.Type} sums = {flavour.Zero};");
        RowLoop.Write(writer, flavour, row.Classes, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} y = {flavour.Load("zr", offset)};");
            writer.Line($"sums += {RowLoop.Masked(flavour, "y", lanes, flavour.Zero)};");
            VectorStore.WriteAt(writer, flavour, "y", "yr", offset, lanes);
        });
        writer.Line($"float sum = {flavour.Class}.Sum(sums);");
        if (row.WithGradient)
        {
            writer.Line("float dot = 0f;");
        }

        using (writer.Block($"for (int k = 0; k < {Literal.Int(row.Classes)}; k++)"))
        {
            writer.Line($"float t = {target};");
            writer.Line("float q = Unsafe.Add(ref yr, k) / sum;");
            writer.Line($"float clipped = MathF.Min(MathF.Max(q, {low}), {high});");
            writer.Line("loss -= t * MathF.Log(clipped);");
            if (row.WithGradient)
            {
                writer.Line("float dq = q == clipped ? -t / q : 0f;");
                writer.Line("dot += dq * q;");
                writer.Line("Unsafe.Add(ref dzr, k) = dq;");
            }
        }

        if (row.WithGradient)
        {
            writer.Line("float factor = scale / sum;");
            using (writer.Block($"for (int k = 0; k < {Literal.Int(row.Classes)}; k++)"))
            {
                writer.Line("Unsafe.Add(ref dzr, k) = (Unsafe.Add(ref dzr, k) - dot) * factor;");
            }
        }
    }
}
