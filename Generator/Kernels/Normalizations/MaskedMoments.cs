using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Normalizations;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// Emits the statistics of a batch of sequences over the steps that count. As <see cref="BatchMoments"/>, but samples have different
/// numbers of steps: each counts for as many, and the divisor is the number of all and 1e-7, as in Keras.
/// </summary>
internal sealed class MaskedMoments(Flavour flavour, BatchNormalizationShape shape)
{
    /// <summary>Declares <c>share</c>, 1 over the number of steps of the batch that count.</summary>
    public static void DeclareShare(SourceWriter writer)
    {
        writer.Line("double total = 1e-7;");
        using (writer.Block("for (int n = 0; n < count; n++)"))
        {
            writer.Line($"total += {At.Value("counts", "n")};");
        }

        writer.Line("float share = (float)(1 / total);");
    }

    /// <summary>Writes count, mean and squared deviations of each sample: x (N, rows, C), mask (N, steps) -> (N), (N, C), (N, C).</summary>
    public void WriteSamples(SourceWriter writer)
    {
        using (writer.Each("n", ("x", shape.Rows * shape.Channels), ("mask", shape.Rows / shape.RowsOfStep)))
        {
            writer.Refer("meansN", "means", At.Times("n", shape.Channels));
            writer.Refer("deviationsN", "deviations", At.Times("n", shape.Channels));
            writer.Line("int steps = 0;");
            ForEachStep(writer, () => writer.Line("steps++;"));
            writer.Line($"{At.Value("counts", "n")} = steps;");
            writer.Line("float share = steps > 0 ? 1f / steps : 0f;");
            ChannelTiles.Write(writer, flavour, shape.Channels, tile =>
            {
                Flavour vectors = tile.Flavour;
                ChannelTiles.Declare(writer, tile, "mean", _ => vectors.Zero);
                SumSteps(writer, tile, "mean", v => $"mean{v} += {Value(vectors, v)};");
                ChannelTiles.Each(writer, tile, v => $"mean{v} *= {vectors.Broadcast("share")};");
                ChannelTiles.Declare(writer, tile, "deviation", _ => vectors.Zero);
                SumSteps(
                    writer,
                    tile,
                    "deviation",
                    v => $"{vectors.Type} d{v} = {Value(vectors, v)} - mean{v};",
                    v => $"deviation{v} = {vectors.MultiplyAdd($"d{v}", $"d{v}", $"deviation{v}")};");
                ChannelTiles.Store(writer, tile, "mean", "meansN");
                ChannelTiles.Store(writer, tile, "deviation", "deviationsN");
            });
        }
    }

    /// <summary>Writes the batch's statistics from those of its samples: mean, inverse deviation, variance, (C) each.</summary>
    public void WriteBatch(SourceWriter writer)
    {
        DeclareShare(writer);
        ChannelTiles.Write(writer, flavour, shape.Channels, tile =>
        {
            Flavour vectors = tile.Flavour;
            ChannelTiles.Declare(writer, tile, "mean", _ => vectors.Zero);
            ForEachSample(writer, tile, "mean", v => $"mean{v} = {vectors.MultiplyAdd(Of(vectors, "means", v), "steps", $"mean{v}")};");
            ChannelTiles.Each(writer, tile, v => $"mean{v} *= {vectors.Broadcast("share")};");
            ChannelTiles.Declare(writer, tile, "variance", _ => vectors.Zero);
            ForEachSample(
                writer,
                tile,
                "variance",
                v => $"{vectors.Type} d{v} = {Of(vectors, "means", v)} - mean{v};",
                v => $"variance{v} += {vectors.MultiplyAdd($"(d{v} * d{v})", "steps", Of(vectors, "deviations", v))};");
            ChannelTiles.Each(writer, tile, v => $"variance{v} *= {vectors.Broadcast("share")};");
            ChannelTiles.Declare(
                writer,
                tile,
                "inverse",
                v => $"{vectors.Broadcast(1)} / {vectors.Class}.Sqrt(variance{Literal.Int(v)} + {vectors.Broadcast(shape.Epsilon)})");
            ChannelTiles.Store(writer, tile, "mean", "statistics");
            ChannelTiles.Store(writer, tile, "inverse", "statistics", shape.Channels);
            ChannelTiles.Store(writer, tile, "variance", "statistics", 2 * shape.Channels);
        });
    }

    private void ForEachStep(SourceWriter writer, Action body)
    {
        using (writer.Block($"for (int t = 0; t < {Literal.Int(shape.Rows)}; t++)"))
        using (writer.Block($"if ({At.Value("maskn", shape.InMask("t"))} != 0f)"))
        {
            body();
        }
    }

    private void SumSteps(SourceWriter writer, ColumnTile tile, string sum, params Func<int, string>[] statements) =>
        new LongSum(writer, tile.Flavour, ChannelTiles.Names(tile, sum)).Over("t", shape.Rows, 1, () =>
        {
            using (writer.Block($"if ({At.Value("maskn", shape.InMask("t"))} != 0f)"))
            {
                ChannelTiles.Each(writer, tile, statements);
            }
        });

    private void ForEachSample(SourceWriter writer, ColumnTile tile, string sum, params Func<int, string>[] statements) =>
        new LongSum(writer, tile.Flavour, ChannelTiles.Names(tile, sum)).Over("n", "count", 1, () =>
        {
            writer.Line($"int at = {At.Sum(At.Times("n", shape.Channels), "c")};");
            writer.Line($"{tile.Flavour.Type} steps = {tile.Flavour.Broadcast(At.Value("counts", "n"))};");
            ChannelTiles.Each(writer, tile, statements);
        });

    private string Value(Flavour vectors, int v) =>
        vectors.Load("xn", At.Sum(At.Sum(At.Times("t", shape.Channels), "c"), v * vectors.Lanes));

    private static string Of(Flavour vectors, string reference, int v) => vectors.Load(reference, At.Sum("at", v * vectors.Lanes));
}
