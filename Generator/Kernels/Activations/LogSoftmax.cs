using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary><c>z - max - log sum exp(z - max)</c>.</summary>
internal sealed class LogSoftmax : RowFormula
{
    public override string Formula => "log softmax(z)";

    public override string GradientFormula => "dy - exp(y) sum(dy)";

    public override void WriteForward(SourceWriter writer, Flavour flavour, int classes, string z, string y)
    {
        SoftmaxRows.WriteMax(writer, flavour, classes, z);
        SoftmaxRows.WriteSum(writer, flavour, classes, offset => $"VectorMath.Exp({flavour.Load(z, offset)} - {flavour.Broadcast("max")})");
        writer.Line("float logarithm = MathF.Log(sum);");
        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} p = {flavour.Load(z, offset)} - {flavour.Broadcast("max")} - {flavour.Broadcast("logarithm")};");
            VectorStore.WriteAt(writer, flavour, "p", y, offset, lanes);
        });
    }

    public override void WriteBackward(SourceWriter writer, Flavour flavour, int classes, string y, string dy, string dz, bool accumulates)
    {
        SoftmaxRows.WriteSum(writer, flavour, classes, offset => flavour.Load(dy, offset));
        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            string gradient = $"{flavour.Load(dy, offset)} - (VectorMath.Exp({flavour.Load(y, offset)}) * {flavour.Broadcast("sum")})";
            writer.Line($"{flavour.Type} g = {gradient}{(accumulates ? $" + {flavour.Load(dz, offset)}" : "")};");
            VectorStore.WriteAt(writer, flavour, "g", dz, offset, lanes);
        });
    }
}
