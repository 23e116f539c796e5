using StaticNets.Generator.Activations;
using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Losses;

/// <summary><c>-sum t log y</c>. With a last softmax: <c>sum t (log sum exp(z - max) - (z - max))</c>, whose gradient is y sum t - t.</summary>
internal sealed class CategoricalCrossentropy : LossFunction
{
    public override string Name => "CategoricalCrossentropy";

    public override string FusedActivation => "Softmax";

    public override void WriteRow(SourceWriter writer, LossRow row)
    {
        if (!row.IsFused)
        {
            Probabilities.WriteCategorical(writer, row);
            return;
        }

        Flavour flavour = row.Flavour;
        writer.Line($"{flavour.Type} dots = {flavour.Zero};");
        writer.Line($"{flavour.Type} masses = {flavour.Zero};");
        SoftmaxRows.WriteExponentials(writer, flavour, row.Classes, "zr", "yr", (difference, offset, lanes) =>
        {
            writer.Line($"{flavour.Type} t = {RowLoop.Masked(flavour, flavour.Load("tr", offset), lanes, flavour.Zero)};");
            writer.Line($"masses += t;");
            writer.Line($"dots += {RowLoop.Masked(flavour, $"(t * {difference})", lanes, flavour.Zero)};");
        });
        writer.Line($"float mass = {flavour.Class}.Sum(masses);");
        writer.Line($"loss += (mass * MathF.Log(sum)) - {flavour.Class}.Sum(dots);");
        writer.Line("float norm = 1f / sum;");
        RowLoop.Write(writer, flavour, row.Classes, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} y = {flavour.Load("yr", offset)} * {flavour.Broadcast("norm")};");
            VectorStore.WriteAt(writer, flavour, "y", "yr", offset, lanes);
            if (row.WithGradient)
            {
                writer.Line($"{flavour.Type} dz = ((y * {flavour.Broadcast("mass")}) - {flavour.Load("tr", offset)}) * {flavour.Broadcast("scale")};");
                VectorStore.WriteAt(writer, flavour, "dz", "dzr", offset, lanes);
            }
        });
    }
}
