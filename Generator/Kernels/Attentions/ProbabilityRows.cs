using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Attentions;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Attentions;

/// <summary>
/// Emits softmax over a head's rows of scores, (T, S) in rows of whole vectors, and its gradient. What is masked ends as 0.
/// </summary>
internal static class ProbabilityRows
{
    /// <summary>Writes <c>softmax(s)</c> for every row, in its place; with a mask of keys over those whose value there is not 0.</summary>
    public static void WriteForward(SourceWriter writer, Flavour widest, AttentionShape shape, bool hasMask)
    {
        Flavour flavour = widest.Fit(shape.Keys);
        using (writer.Block($"for (int t = 0; t < {Literal.Int(shape.Queries)}; t++)"))
        {
            DeclareRow(writer, shape, "s");
            if (!shape.IsCausal && !hasMask)
            {
                new Softmax().WriteForward(writer, flavour, shape.Keys, "st", "st");
                return;
            }

            string lowest = flavour.Broadcast(double.NegativeInfinity);
            DeclareCount(writer, shape);
            writer.Line($"{flavour.Type} maxima = {lowest};");
            using (Vectors(writer, flavour))
            {
                writer.Line($"maxima = {flavour.Max("maxima", Masked(flavour, flavour.Load("st", "i"), lowest, hasMask))};");
            }

            // Where all keys are masked the weights are 0.
            string max = "VectorReduce.Max(maxima)";
            writer.Line($"float max = {(hasMask ? $"Math.Max({max}, float.MinValue)" : max)};");
            WriteSums(writer, flavour, shape, () =>
            {
                string exponential = $"VectorMath.Exp({flavour.Load("st", "i")} - {flavour.Broadcast("max")})";
                writer.Line($"{flavour.Type} e = {Masked(flavour, exponential, flavour.Zero, hasMask)};");
                writer.Line("sums += e;");
                VectorStore.WriteAt(writer, flavour, "e", "st", "i", flavour.Lanes);
            });

            writer.Line($"float sum = {flavour.Class}.Sum(sums);");
            writer.Line($"{flavour.Type} scale = {flavour.Broadcast(hasMask ? "sum > 0f ? 1f / sum : 0f" : "1f / sum")};");
            using (Vectors(writer, flavour))
            {
                writer.Line($"{flavour.Type} result = {flavour.Load("st", "i")} * scale;");
                VectorStore.WriteAt(writer, flavour, "result", "st", "i", flavour.Lanes);
            }

            WriteZeros(writer, flavour, shape, "st");
        }
    }

    /// <summary>
    /// Writes <c>ds = p (dp - sum of p dp) / sqrt(K)</c> for every row, in the place of dp; with dropout the gradient
    /// goes through its mask first.
    /// </summary>
    public static void WriteBackward(SourceWriter writer, Flavour widest, AttentionShape shape)
    {
        Flavour flavour = widest.Fit(shape.Keys);
        using (writer.Block($"for (int t = 0; t < {Literal.Int(shape.Queries)}; t++)"))
        {
            DeclareRow(writer, shape, "p", "dp");
            DeclareCount(writer, shape);
            WriteSums(writer, flavour, shape, () =>
            {
                string gradient = flavour.Load("dpt", "i");
                if (shape.Drops)
                {
                    writer.Line($"uint index = unchecked(first + (uint)({At.Sum(At.Times("t", shape.PaddedKeys), "i")}));");
                    writer.Line($"{flavour.Type} g = {gradient} * {AttentionDropout.Mask(flavour, shape)};");
                    VectorStore.WriteAt(writer, flavour, "g", "dpt", "i", flavour.Lanes);
                    gradient = "g";
                }

                writer.Line($"sums += {Masked(flavour, $"{flavour.Load("pt", "i")} * {gradient}", flavour.Zero)};");
            });

            writer.Line($"{flavour.Type} sum = {flavour.Broadcast($"{flavour.Class}.Sum(sums)")};");
            using (Vectors(writer, flavour))
            {
                string scaled = $"{flavour.Load("pt", "i")} * ({flavour.Load("dpt", "i")} - sum) * {flavour.Broadcast(shape.Scale)}";
                writer.Line($"{flavour.Type} result = {(shape.IsCausal ? Masked(flavour, scaled, flavour.Zero) : scaled)};");
                VectorStore.WriteAt(writer, flavour, "result", "dpt", "i", flavour.Lanes);
            }

            if (shape.IsCausal)
            {
                WriteZeros(writer, flavour, shape, "dpt");
            }
        }
    }

    private static void DeclareRow(SourceWriter writer, AttentionShape shape, params string[] names)
    {
        foreach (string name in names)
        {
            writer.Refer(name + "t", name, At.Times("t", shape.PaddedKeys));
        }
    }

    /// <summary>How many keys the row's query attends to.</summary>
    private static void DeclareCount(SourceWriter writer, AttentionShape shape) => writer.Line(
        shape.IsCausal ? $"int count = Math.Min(t + 1, {Literal.Int(shape.Keys)});" : $"const int count = {Literal.Int(shape.Keys)};");

    private static SourceWriter.BlockScope Vectors(SourceWriter writer, Flavour flavour) =>
        writer.Block($"for (int i = 0; i < count; i += {Literal.Int(flavour.Lanes)})");

    /// <summary>Declares <c>sums</c> and writes the loop over the row's vectors that adds to it.</summary>
    private static void WriteSums(SourceWriter writer, Flavour flavour, AttentionShape shape, Action body)
    {
        writer.Line($"{flavour.Type} sums = {flavour.Zero};");
        if (shape.Keys > SumBlock.Terms * flavour.Lanes)
        {
            new LongSum(writer, flavour, ["sums"]).Over("i", "count", flavour.Lanes, body);
            return;
        }

        using (Vectors(writer, flavour))
        {
            body();
        }
    }

    /// <summary>The vector at i, where lanes from count on, and those of masked keys, are replaced.</summary>
    private static string Masked(Flavour flavour, string vector, string neutral, bool hasMask = false)
    {
        string isKept = $"{flavour.Class}.LessThan({flavour.Class}<int>.Indices, {flavour.Class}.Create(count - i)).AsSingle()";
        if (hasMask)
        {
            isKept = $"{flavour.Class}.AndNot({isKept}, {flavour.Equal(flavour.Load("mask", "i"), flavour.Zero)})";
        }

        return flavour.Select(isKept, vector, neutral);
    }

    /// <summary>Zeros behind the last vector that was computed: tiles multiply them.</summary>
    private static void WriteZeros(SourceWriter writer, Flavour flavour, AttentionShape shape, string row)
    {
        string lanes = Literal.Int(flavour.Lanes);
        string first = $"(count + {Literal.Int(flavour.Lanes - 1)}) / {lanes} * {lanes}";
        using (writer.Block($"for (int i = {first}; i < {Literal.Int(shape.PaddedKeys)}; i += {lanes})"))
        {
            VectorStore.WriteAt(writer, flavour, flavour.Zero, row, "i", flavour.Lanes);
        }
    }
}
