using StaticNets.Generator.Emit;
using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Losses;

/// <summary>Emits the kernel that computes the loss of each sample, the outputs and, for training, the gradient, in one pass.</summary>
internal static class LossKernel
{
    public static string Parameters(LossFunction loss, bool withGradient)
    {
        string known = loss.IsSparse ? "ref int labels" : "ref float targets";
        return withGradient
            ? $"ref float z, {known}, ref float scales, ref float losses, ref float y, ref float dz, int n0, int n1"
            : $"ref float z, {known}, ref float losses, ref float y, int n0, int n1";
    }

    public static void Write(SourceWriter writer, LossFunction loss, Flavour widest, Shape shape, bool isFused, bool withGradient)
    {
        int rows = shape.Rows;
        var row = new LossRow(widest.Fit(shape.Last), shape.Last, isFused, withGradient);
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Line("float loss = 0f;");
            if (withGradient)
            {
                writer.Line($"float scale = Unsafe.Add(ref scales, n){(rows == 1 ? "" : $" * {Literal.Float(1.0 / rows)}")};");
            }

            if (rows == 1)
            {
                WriteRow(writer, loss, row, "n");
            }
            else
            {
                using (writer.Block($"for (int row = n * {Literal.Int(rows)}; row < (n + 1) * {Literal.Int(rows)}; row++)"))
                {
                    WriteRow(writer, loss, row, "row");
                }
            }

            writer.Line($"Unsafe.Add(ref losses, n) = loss{(rows == 1 ? "" : $" * {Literal.Float(1.0 / rows)}")};");
        }
    }

    private static void WriteRow(SourceWriter writer, LossFunction loss, LossRow row, string index)
    {
        string place = At.Times(index, row.Classes);
        writer.Line($"ref float zr = {At.Ref("z", place)};");
        writer.Line($"ref float yr = {At.Ref("y", place)};");
        writer.Line(loss.IsSparse ? $"int label = Unsafe.Add(ref labels, {index});" : $"ref float tr = {At.Ref("targets", place)};");
        if (row.WithGradient)
        {
            writer.Line($"ref float dzr = {At.Ref("dz", place)};");
        }

        loss.WriteRow(writer, row);
    }
}
