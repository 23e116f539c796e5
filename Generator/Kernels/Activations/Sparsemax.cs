using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>
/// <c>max(z - t, 0)</c> with the t that makes the sum 1. It is (the sum of the values above it - 1) over their number, so it is found by
/// leaving out values that are not above it until none is left to leave out (Michelot, 1986), from max - 1, which it is never below.
/// </summary>
internal sealed class Sparsemax : RowFormula
{
    public override string Formula => "max(z - t, 0)";

    public override string GradientFormula => "dy - their mean where y is above 0, else 0,";

    public override void WriteForward(SourceWriter writer, Flavour flavour, int classes, string z, string y)
    {
        SoftmaxRows.WriteMax(writer, flavour, classes, z);
        writer.Line("float threshold = -1f; // as everything below, relative to max");
        writer.Line($"float count = {Literal.Float(classes + 1)};");
        using (writer.Block("while (true)"))
        {
            writer.Line($"{flavour.Type} sums = {flavour.Zero};");
            writer.Line($"{flavour.Type} counts = {flavour.Zero};");
            RowLoop.WriteSums(writer, flavour, classes, ["sums"], (offset, lanes) =>
            {
                WriteDifference(writer, flavour, z, offset);
                string isAbove = flavour.GreaterThan("difference", flavour.Broadcast("threshold"));
                writer.Line($"{flavour.Type} above = {flavour.Select(isAbove, flavour.Broadcast(1), flavour.Zero)};");
                writer.Line($"counts += {RowLoop.Masked(flavour, "above", lanes, flavour.Zero)};");
                writer.Line($"sums += {RowLoop.Masked(flavour, "above * difference", lanes, flavour.Zero)};");
            });
            writer.Line($"float fewer = {flavour.Class}.Sum(counts);");
            using (writer.Block("if (!(fewer < count))"))
            {
                writer.Line("break;");
            }

            writer.Line("count = fewer;");
            writer.Line($"threshold = ({flavour.Class}.Sum(sums) - 1f) / count;");
        }

        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            WriteDifference(writer, flavour, z, offset);
            writer.Line($"{flavour.Type} p = {flavour.Max(flavour.Zero, $"difference - {flavour.Broadcast("threshold")}")};");
            VectorStore.WriteAt(writer, flavour, "p", y, offset, lanes);
        });
    }

    public override void WriteBackward(SourceWriter writer, Flavour flavour, int classes, string y, string dy, string dz, bool accumulates)
    {
        writer.Line($"{flavour.Type} sums = {flavour.Zero};");
        writer.Line($"{flavour.Type} counts = {flavour.Zero};");
        RowLoop.WriteSums(writer, flavour, classes, ["sums"], (offset, lanes) =>
        {
            WriteAbove(writer, flavour, y, offset);
            writer.Line($"counts += {RowLoop.Masked(flavour, "above", lanes, flavour.Zero)};");
            writer.Line($"sums += {RowLoop.Masked(flavour, $"above * {flavour.Load(dy, offset)}", lanes, flavour.Zero)};");
        });
        writer.Line($"float mean = {flavour.Class}.Sum(sums) / {flavour.Class}.Sum(counts);");
        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            WriteAbove(writer, flavour, y, offset);
            string gradient = $"above * ({flavour.Load(dy, offset)} - {flavour.Broadcast("mean")})";
            writer.Line($"{flavour.Type} g = {gradient}{(accumulates ? $" + {flavour.Load(dz, offset)}" : "")};");
            VectorStore.WriteAt(writer, flavour, "g", dz, offset, lanes);
        });
    }

    private static void WriteDifference(SourceWriter writer, Flavour flavour, string z, string offset) =>
        writer.Line($"{flavour.Type} difference = {flavour.Load(z, offset)} - {flavour.Broadcast("max")};");

    /// <summary>Declares <c>above</c>: 1 where y is above 0, else 0.</summary>
    private static void WriteAbove(SourceWriter writer, Flavour flavour, string y, string offset)
    {
        string isAbove = flavour.GreaterThan(flavour.Load(y, offset), flavour.Zero);
        writer.Line($"{flavour.Type} above = {flavour.Select(isAbove, flavour.Broadcast(1), flavour.Zero)};");
    }
}
