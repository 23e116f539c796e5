using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// The negated cosine of the angle between y and t: <c>-sum t y / (|t| |y|)</c>, from -1, which is best, to 1. Squared lengths are at least
/// 1e-14; no gradient comes through that of y where it is less.
/// </summary>
internal sealed class CosineSimilarity : LossFormula
{
    private const double LeastSquare = Probabilities.Epsilon * Probabilities.Epsilon;

    public override void WriteRow(SourceWriter writer, LossRow row)
    {
        Flavour flavour = row.Flavour;
        string least = Literal.Float(LeastSquare);
        string[] sums = ["dots", "ySquares", "tSquares"];
        foreach (string sum in sums)
        {
            writer.Line($"{flavour.Type} {sum} = {flavour.Zero};");
        }

        RowLoop.WriteSums(writer, flavour, row.Classes, sums, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} yv = {RowLoop.Masked(flavour, flavour.Load("zr", offset), lanes, flavour.Zero)};");
            writer.Line($"{flavour.Type} tv = {RowLoop.Masked(flavour, flavour.Load("tr", offset), lanes, flavour.Zero)};");
            writer.Line("dots += yv * tv;");
            writer.Line("ySquares += yv * yv;");
            writer.Line("tSquares += tv * tv;");
            VectorStore.WriteAt(writer, flavour, "yv", "yr", offset, lanes);
        });
        writer.Line($"float dot = {flavour.Class}.Sum(dots);");
        writer.Line($"float ySquare = {flavour.Class}.Sum(ySquares);");
        writer.Line($"float tLength = MathF.Sqrt(MathF.Max({flavour.Class}.Sum(tSquares), {least}));");
        writer.Line($"float inverse = 1f / (tLength * MathF.Sqrt(MathF.Max(ySquare, {least})));");
        writer.Line("loss -= dot * inverse;");
        if (!row.WithGradient)
        {
            return;
        }

        writer.Line($"float along = ySquare > {least} ? dot / ySquare : 0f;");
        writer.Line("float factor = inverse * scale;");
        RowLoop.Write(writer, flavour, row.Classes, (offset, lanes) =>
        {
            string alongY = $"{flavour.Load("yr", offset)} * {flavour.Broadcast("along")}";
            string gradient = $"({alongY}) - {flavour.Load("tr", offset)}";
            writer.Line($"{flavour.Type} dzv = ({gradient}) * {flavour.Broadcast("factor")};");
            VectorStore.WriteAt(writer, flavour, "dzv", "dzr", offset, lanes);
        });
    }
}
