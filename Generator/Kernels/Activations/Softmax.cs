using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>exp(z - max) / sum</c>.</summary>
internal sealed class Softmax : RowFormula
{
    public override string Formula => "softmax(z)";

    public override string GradientFormula => "y (dy - sum(y dy))";

    public override void WriteForward(SourceWriter writer, Flavour flavour, int classes, string z, string y)
    {
        SoftmaxRows.WriteExponentials(writer, flavour, classes, z, y);
        writer.Line("float scale = 1f / sum;");
        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} p = {flavour.Load(y, offset)} * {flavour.Broadcast("scale")};");
            VectorStore.WriteAt(writer, flavour, "p", y, offset, lanes);
        });
    }

    public override void WriteBackward(SourceWriter writer, Flavour flavour, int classes, string y, string dy, string dz, bool accumulates)
    {
        SoftmaxRows.WriteSum(writer, flavour, classes, offset => $"({flavour.Load(y, offset)} * {flavour.Load(dy, offset)})");
        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            string gradient = $"{flavour.Load(y, offset)} * ({flavour.Load(dy, offset)} - {flavour.Broadcast("sum")})";
            writer.Line($"{flavour.Type} g = {gradient}{(accumulates ? $" + {flavour.Load(dz, offset)}" : "")};");
            VectorStore.WriteAt(writer, flavour, "g", dz, offset, lanes);
        });
    }
}
