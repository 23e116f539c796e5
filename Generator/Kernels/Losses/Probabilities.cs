using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// Emits cross-entropies of outputs that are probabilities but no softmax that could be fused: q = y / sum y, clipped to [1e-7, 1 - 1e-7]
/// as in Keras; no gradient comes through where it was clipped.
/// </summary>
internal static class Probabilities
{
    public const double Epsilon = 1e-7;

    public static void WriteSparse(SourceWriter writer, LossRow row) => WriteCrossentropy(writer, row, "k == label ? 1f : 0f");

    public static void WriteCategorical(SourceWriter writer, LossRow row, LabelSmoothing smoothing) =>
        WriteCrossentropy(writer, row, Target(row, smoothing));

    /// <summary>The cross-entropy with each class' term times <c>alpha (1 - q)^gamma</c>.</summary>
    public static void WriteFocal(SourceWriter writer, LossRow row, LabelSmoothing smoothing, double gamma, double alpha)
    {
        string exponent = Literal.Float(gamma);
        string term = $"loss -= {Literal.Float(alpha)} * t * MathF.Pow(1f - clipped, {exponent}) * MathF.Log(clipped);";
        string slope = $"({exponent} * MathF.Pow(1f - q, {Literal.Float(gamma - 1)}) * MathF.Log(q)) - (MathF.Pow(1f - q, {exponent}) / q)";
        Write(writer, row, Target(row, smoothing), term, $"{Literal.Float(alpha)} * t * ({slope})");
    }

    private static string Target(LossRow row, LabelSmoothing smoothing) => smoothing.Scalar("Unsafe.Add(ref tr, k)", row.Classes);

    private static void WriteCrossentropy(SourceWriter writer, LossRow row, string target) =>
        Write(writer, row, target, "loss -= t * MathF.Log(clipped);", "-t / q");

    private static void Write(SourceWriter writer, LossRow row, string target, string term, string slope)
    {
        Flavour flavour = row.Flavour;
        string low = Literal.Float(Epsilon);
        string high = Literal.Float(1 - Epsilon);
        writer.Line($"{flavour.Type} sums = {flavour.Zero};");
        RowLoop.WriteSums(writer, flavour, row.Classes, ["sums"], (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} yv = {flavour.Load("zr", offset)};");
            writer.Line($"sums += {RowLoop.Masked(flavour, "yv", lanes, flavour.Zero)};");
            VectorStore.WriteAt(writer, flavour, "yv", "yr", offset, lanes);
        });
        writer.Line($"float sum = {flavour.Class}.Sum(sums);");
        if (row.WithGradient)
        {
            writer.Line("double dot = 0;");
        }

        using (writer.Block($"for (int k = 0; k < {Literal.Int(row.Classes)}; k++)"))
        {
            writer.Line($"float t = {target};");
            writer.Line("float q = Unsafe.Add(ref yr, k) / sum;");
            writer.Line($"float clipped = MathF.Min(MathF.Max(q, {low}), {high});");
            writer.Line(term);
            if (row.WithGradient)
            {
                writer.Line($"float dq = q == clipped ? {slope} : 0f;");
                writer.Line("dot += dq * q;");
                writer.Line("Unsafe.Add(ref dzr, k) = dq;");
            }
        }

        if (row.WithGradient)
        {
            writer.Line("float factor = scale / sum;");
            writer.Line("float common = (float)dot;");
            using (writer.Block($"for (int k = 0; k < {Literal.Int(row.Classes)}; k++)"))
            {
                writer.Line("Unsafe.Add(ref dzr, k) = (Unsafe.Add(ref dzr, k) - common) * factor;");
            }
        }
    }
}
