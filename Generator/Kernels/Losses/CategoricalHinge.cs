using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>
/// <c>max(0, max((1 - t) y) - sum(t y) + 1)</c> of one-hot targets: the best wrong class against the right one. The first of equal
/// wrong ones gets the gradient.
/// </summary>
internal sealed class CategoricalHinge : LossFormula
{
    public override void WriteRow(SourceWriter writer, LossRow row)
    {
        string classes = Literal.Int(row.Classes);
        writer.Line("double right = 0;");
        writer.Line("float wrong = float.NegativeInfinity;");
        writer.Line("int worst = 0;");
        using (writer.Block($"for (int k = 0; k < {classes}; k++)"))
        {
            writer.Line("float value = Unsafe.Add(ref zr, k);");
            writer.Line("float t = Unsafe.Add(ref tr, k);");
            writer.Line("Unsafe.Add(ref yr, k) = value;");
            writer.Line("right += t * value;");
            writer.Line("float other = (1f - t) * value;");
            using (writer.Block("if (other > wrong)"))
            {
                writer.Line("wrong = other;");
                writer.Line("worst = k;");
            }
        }

        writer.Line("float missing = (float)Math.Max(wrong - right + 1, 0);");
        writer.Line("loss += missing;");
        if (!row.WithGradient)
        {
            return;
        }

        writer.Line("float factor = missing > 0f ? scale : 0f;");
        using (writer.Block($"for (int k = 0; k < {classes}; k++)"))
        {
            writer.Line("Unsafe.Add(ref dzr, k) = -Unsafe.Add(ref tr, k) * factor;");
        }

        writer.Line("Unsafe.Add(ref dzr, worst) += (1f - Unsafe.Add(ref tr, worst)) * factor;");
    }
}
