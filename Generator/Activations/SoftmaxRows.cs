using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Activations;

/// <summary>Emits softmax over the last axis, row by row: <c>y = exp(z - max) / sum</c>.</summary>
internal static class SoftmaxRows
{
    /// <summary>Writes <c>max</c> and <c>sum</c> of a row and leaves <c>exp(z - max)</c> in y, which may be z.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="flavour">The vectors, already fit to the row.</param>
    /// <param name="classes">Values in the row.</param>
    /// <param name="z">The row.</param>
    /// <param name="y">Receives the exponentials.</param>
    /// <param name="also">Writes what else is computed from <c>z - max</c>, given its variable, the offset and the lanes that count.</param>
    public static void WriteExponentials(
        SourceWriter writer, Flavour flavour, int classes, string z, string y, System.Action<string, string, int>? also = null)
    {
        string lowest = flavour.Broadcast(double.NegativeInfinity);
        writer.Line($"{flavour.Type} maxima = {lowest};");
        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            string load = RowLoop.Masked(flavour, flavour.Load(z, offset), lanes, lowest);
            writer.Line($"maxima = {flavour.Max("maxima", load)};");
        });
        writer.Line("float max = VectorReduce.Max(maxima);");
        writer.Line($"{flavour.Type} sums = {flavour.Zero};");
        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} difference = {flavour.Load(z, offset)} - {flavour.Broadcast("max")};");
            also?.Invoke("difference", offset, lanes);
            writer.Line($"{flavour.Type} e = {RowLoop.Masked(flavour, "VectorMath.Exp(difference)", lanes, flavour.Zero)};");
            writer.Line("sums += e;");
            VectorStore.WriteAt(writer, flavour, "e", y, offset, lanes);
        });
        writer.Line($"float sum = {flavour.Class}.Sum(sums);");
    }

    /// <summary>Writes the whole softmax of a row.</summary>
    public static void WriteForward(SourceWriter writer, Flavour flavour, int classes, string z, string y)
    {
        WriteExponentials(writer, flavour, classes, z, y);
        writer.Line("float scale = 1f / sum;");
        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} p = {flavour.Load(y, offset)} * {flavour.Broadcast("scale")};");
            VectorStore.WriteAt(writer, flavour, "p", y, offset, lanes);
        });
    }

    /// <summary>Writes <c>dz = y (dy - sum(y dy))</c> of a row, or adds it to dz.</summary>
    public static void WriteBackward(SourceWriter writer, Flavour flavour, int classes, string y, string dy, string dz, bool accumulates)
    {
        writer.Line($"{flavour.Type} sums = {flavour.Zero};");
        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            string product = $"({flavour.Load(y, offset)} * {flavour.Load(dy, offset)})";
            writer.Line($"sums += {RowLoop.Masked(flavour, product, lanes, flavour.Zero)};");
        });
        writer.Line($"float sum = {flavour.Class}.Sum(sums);");
        RowLoop.Write(writer, flavour, classes, (offset, lanes) =>
        {
            string gradient = $"{flavour.Load(y, offset)} * ({flavour.Load(dy, offset)} - {flavour.Broadcast("sum")})";
            writer.Line($"{flavour.Type} g = {gradient}{(accumulates ? $" + {flavour.Load(dz, offset)}" : "")};");
            VectorStore.WriteAt(writer, flavour, "g", dz, offset, lanes);
        });
    }
}
