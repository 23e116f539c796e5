using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Normalizations;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// Emits the statistics of a batch: for each sample the mean of each channel and the sum of squared deviations from it, then, over all
/// samples in order, mean, inverse deviation and variance. Every worker computes the latter for itself, all with the same bits, so that
/// none waits for another's.
/// </summary>
internal sealed class BatchMoments(Flavour flavour, BatchNormalizationShape shape)
{
    /// <summary>Writes mean and squared deviations of each sample: x (N, rows, C) -> (N, C), (N, C).</summary>
    public void WriteSamples(SourceWriter writer)
    {
        using (writer.Each("n", ("x", shape.Rows * shape.Channels)))
        {
            writer.Refer("meansN", "means", At.Times("n", shape.Channels));
            writer.Refer("deviationsN", "deviations", At.Times("n", shape.Channels));
            ChannelTiles.Write(writer, flavour, shape.Channels, tile =>
            {
                writer.Refer("xc", "xn", "c");
                var sums = new RowSums(writer, tile.Flavour, tile.Vectors);
                sums.Write(shape.Rows, ["xc"], shape.Channels, ["sum"], (_, offset) => [tile.Flavour.Load("xcp", offset)]);
                ChannelTiles.Declare(writer, tile, "mean", v => $"sum{Literal.Int(v)} * {tile.Flavour.Broadcast(1.0 / shape.Rows)}");
                sums.Write(shape.Rows, ["xc"], shape.Channels, ["deviation"], (v, offset) => [Square(writer, tile, v, offset)]);
                ChannelTiles.Store(writer, tile, "mean", "meansN");
                ChannelTiles.Store(writer, tile, "deviation", "deviationsN");
            });
        }
    }

    /// <summary>Writes the batch's statistics from those of its samples: mean, inverse deviation, variance, (C) each.</summary>
    public void WriteBatch(SourceWriter writer)
    {
        writer.Line("float share = 1f / count;");
        ChannelTiles.Write(writer, flavour, shape.Channels, tile =>
        {
            Flavour vectors = tile.Flavour;
            ChannelTiles.Declare(writer, tile, "mean", _ => vectors.Zero);
            ForEachSample(writer, tile, "mean", v => [$"mean{v} += {LoadAt(vectors, "means", v)};"]);
            ChannelTiles.Each(writer, tile, v => $"mean{v} *= {vectors.Broadcast("share")};");
            ChannelTiles.Declare(writer, tile, "variance", _ => vectors.Zero);
            ForEachSample(writer, tile, "variance", v => Deviations(vectors, v));
            ChannelTiles.Each(writer, tile, v => $"variance{v} *= {vectors.Broadcast("share")};");
            string epsilon = vectors.Broadcast(shape.Epsilon);
            ChannelTiles.Declare(
                writer,
                tile,
                "inverse",
                v => $"{vectors.Broadcast(1)} / {vectors.Class}.Sqrt(variance{Literal.Int(v)} + {epsilon})");
            ChannelTiles.Store(writer, tile, "mean", "statistics");
            ChannelTiles.Store(writer, tile, "inverse", "statistics", shape.Channels);
            ChannelTiles.Store(writer, tile, "variance", "statistics", 2 * shape.Channels);
        });
    }

    /// <summary>The deviation of a sample's mean from the batch's, and what its rows deviate from their own mean.</summary>
    private IReadOnlyList<string> Deviations(Flavour vectors, int v)
    {
        string difference = $"{vectors.Type} d{v} = {LoadAt(vectors, "means", v)} - mean{v};";
        string square = $"variance{v} = {vectors.MultiplyAdd($"d{v}", $"d{v}", $"variance{v}")};";
        if (!shape.HasSampleMoments)
        {
            return [difference, square];
        }

        string share = vectors.Broadcast(1.0 / shape.Rows);
        return [difference, square, $"variance{v} = {vectors.MultiplyAdd(LoadAt(vectors, "deviations", v), share, $"variance{v}")};"];
    }

    private void ForEachSample(SourceWriter writer, ColumnTile tile, string sum, System.Func<int, IReadOnlyList<string>> statements) =>
        new LongSum(writer, tile.Flavour, ChannelTiles.Names(tile, sum)).Over("n", "count", 1, () =>
        {
            writer.Line($"int at = {At.Sum(At.Times("n", shape.Channels), "c")};");
            ChannelTiles.Each(writer, tile, v => string.Join("\n", statements(v)));
        });

    private static string LoadAt(Flavour vectors, string reference, int v) => vectors.Load(reference, At.Sum("at", v * vectors.Lanes));

    private static string Square(SourceWriter writer, ColumnTile tile, int v, int offset)
    {
        string name = "d" + Literal.Int(offset);
        writer.Line($"{tile.Flavour.Type} {name} = {tile.Flavour.Load("xcp", offset)} - mean{Literal.Int(v)};");
        return $"({name} * {name})";
    }
}
