using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>Emits what softmax, its logarithm and their cross-entropies are made of, row by row of the last axis.</summary>
internal static class SoftmaxRows
{
    /// <summary>Writes <c>max</c> of a row.</summary>
    public static void WriteMax(SourceWriter writer, Flavour flavour, int classes, string z)
    {
        string lowest = flavour.Broadcast(double.NegativeInfinity);
        writer.Line($"{flavour.Type} maxima = {lowest};");
        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            string load = RowLoop.Masked(flavour, flavour.Load(z, offset), lanes, lowest);
            writer.Line($"maxima = {flavour.Max("maxima", load)};");
        });
        writer.Line("float max = VectorReduce.Max(maxima);");
    }

    /// <summary>Writes <c>sum</c> of an expression over a row.</summary>
    public static void WriteSum(SourceWriter writer, Flavour flavour, int classes, Func<string, string> expression)
    {
        writer.Line($"{flavour.Type} sums = {flavour.Zero};");
        RowLoop.WriteSums(writer, flavour, classes, ["sums"], (offset, lanes) =>
            writer.Line($"sums += {RowLoop.Masked(flavour, expression(offset), lanes, flavour.Zero)};"));
        writer.Line($"float sum = {flavour.Class}.Sum(sums);");
    }

    /// <summary>Writes <c>max</c> and <c>sum</c> of a row and leaves <c>exp(z - max)</c> in y, which may be z.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="flavour">The vectors, already fit to the row.</param>
    /// <param name="classes">Values in the row.</param>
    /// <param name="z">The row.</param>
    /// <param name="y">Receives the exponentials.</param>
    /// <param name="also">
    /// Writes what else is computed from <c>z - max</c>, given its variable, the offset and the lanes that count.
    /// </param>
    /// <param name="alsoSums">The variables that this adds to.</param>
    public static void WriteExponentials(
        SourceWriter writer,
        Flavour flavour,
        int classes,
        string z,
        string y,
        Action<string, string, int>? also = null,
        params string[] alsoSums)
    {
        WriteMax(writer, flavour, classes, z);
        writer.Line($"{flavour.Type} sums = {flavour.Zero};");
        RowLoop.WriteSums(writer, flavour, classes, ["sums", .. alsoSums], (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} difference = {flavour.Load(z, offset)} - {flavour.Broadcast("max")};");
            also?.Invoke("difference", offset, lanes);
            writer.Line($"{flavour.Type} e = {RowLoop.Masked(flavour, "VectorMath.Exp(difference)", lanes, flavour.Zero)};");
            writer.Line("sums += e;");
            VectorStore.WriteAt(writer, flavour, "e", y, offset, lanes);
        });
        writer.Line($"float sum = {flavour.Class}.Sum(sums);");
    }
}
