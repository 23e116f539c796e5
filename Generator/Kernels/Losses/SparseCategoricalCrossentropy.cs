using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// <c>-log y[label]</c>. With a last softmax: <c>log sum exp(z - max) - (z[label] - max)</c>, whose gradient is y - 1 at
/// the label and y elsewhere.
/// </summary>
internal sealed class SparseCategoricalCrossentropy : LossFormula
{
    public override void WriteRow(SourceWriter writer, LossRow row)
    {
        if (!row.IsFused)
        {
            Probabilities.WriteSparse(writer, row);
            return;
        }

        Flavour flavour = row.Flavour;
        writer.Line("float logit = Unsafe.Add(ref zr, label);");
        SoftmaxRows.WriteExponentials(writer, flavour, row.Classes, "zr", "yr");
        writer.Line("loss += MathF.Log(sum) - (logit - max);");
        writer.Line("float norm = 1f / sum;");
        RowLoop.Write(writer, flavour, row.Classes, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} yv = {flavour.Load("yr", offset)} * {flavour.Broadcast("norm")};");
            VectorStore.WriteAt(writer, flavour, "yv", "yr", offset, lanes);
            if (row.WithGradient)
            {
                writer.Line($"{flavour.Type} dzv = yv * {flavour.Broadcast("scale")};");
                VectorStore.WriteAt(writer, flavour, "dzv", "dzr", offset, lanes);
            }
        });
        if (row.WithGradient)
        {
            writer.Line("Unsafe.Add(ref dzr, label) -= scale;");
        }
    }
}
