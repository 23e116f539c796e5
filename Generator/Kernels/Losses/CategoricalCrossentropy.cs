using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// <c>-sum t log y</c>. With a last softmax: <c>sum t (log sum exp(z - max) - (z - max))</c>, whose gradient is y sum t - t.
/// </summary>
internal sealed class CategoricalCrossentropy(LabelSmoothing smoothing) : LossFormula
{
    public override void WriteRow(SourceWriter writer, LossRow row)
    {
        if (!row.IsFused)
        {
            Probabilities.WriteCategorical(writer, row, smoothing);
            return;
        }

        Flavour flavour = row.Flavour;
        string Target(string offset) => smoothing.Vector(flavour, flavour.Load("tr", offset), row.Classes);
        writer.Line($"{flavour.Type} dots = {flavour.Zero};");
        writer.Line($"{flavour.Type} masses = {flavour.Zero};");
        void WriteTerms(string difference, string offset, int lanes)
        {
            writer.Line($"{flavour.Type} tv = {RowLoop.Masked(flavour, Target(offset), lanes, flavour.Zero)};");
            writer.Line($"masses += tv;");
            writer.Line($"dots += {RowLoop.Masked(flavour, $"(tv * {difference})", lanes, flavour.Zero)};");
        }

        SoftmaxRows.WriteExponentials(writer, flavour, row.Classes, "zr", "yr", WriteTerms, "dots", "masses");
        writer.Line($"float mass = {flavour.Class}.Sum(masses);");
        writer.Line($"loss += (mass * MathF.Log(sum)) - {flavour.Class}.Sum(dots);");
        writer.Line("float norm = 1f / sum;");
        RowLoop.Write(writer, flavour, row.Classes, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} yv = {flavour.Load("yr", offset)} * {flavour.Broadcast("norm")};");
            VectorStore.WriteAt(writer, flavour, "yv", "yr", offset, lanes);
            if (row.WithGradient)
            {
                string gradient = $"(yv * {flavour.Broadcast("mass")}) - {Target(offset)}";
                writer.Line($"{flavour.Type} dzv = ({gradient}) * {flavour.Broadcast("scale")};");
                VectorStore.WriteAt(writer, flavour, "dzv", "dzr", offset, lanes);
            }
        });
    }
}
