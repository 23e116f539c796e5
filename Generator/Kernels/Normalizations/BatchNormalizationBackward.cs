using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Normalizations;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// Emits the backward pass of a batch normalization. With r = (x - mean) inverse: each sample's sums of dz and of dz r, whose sums over the
/// batch are the gradients of beta and gamma, and <c>dx = gamma inverse (dz - mean of dz - r mean of (dz r))</c>.
/// </summary>
internal sealed class BatchNormalizationBackward(Flavour flavour, BatchNormalizationShape shape)
{
    // Behind mean, inverse deviation and variance.
    private const int MeanOfGradients = 3;
    private const int Slope = 4;

    /// <summary>Writes each sample's sums, and replaces dy by dz where there is an activation: (N, rows, C) -> (N, C), (N, C).</summary>
    public void WriteSamples(SourceWriter writer)
    {
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            string[] read = shape.IsActivated ? ["x", "y", "dy"] : ["x", "dy"];
            foreach (string reference in read)
            {
                writer.Refer(reference + "n", reference, At.Times("n", shape.Rows * shape.Channels));
            }

            writer.Refer("betaSumsN", "betaSums", At.Times("n", shape.Channels));
            writer.Refer("gammaSumsN", "gammaSums", At.Times("n", shape.Channels));
            ChannelTiles.Write(writer, flavour, shape.Channels, tile =>
            {
                foreach (string reference in read)
                {
                    writer.Refer(reference + "c", reference + "n", "c");
                }

                ChannelTiles.Load(writer, tile, "mean", "statistics");
                new RowSums(writer, tile.Flavour, tile.Vectors).Write(
                    shape.Rows,
                    [.. read.Select(reference => reference + "c")],
                    shape.Channels,
                    ["betaSum", "gammaSum"],
                    (v, offset) => Terms(writer, tile, v, offset));
                ChannelTiles.Load(writer, tile, "inverse", "statistics", shape.Channels);
                ChannelTiles.Each(writer, tile, v => $"gammaSum{v} *= inverse{v};");
                ChannelTiles.Store(writer, tile, "betaSum", "betaSumsN");
                ChannelTiles.Store(writer, tile, "gammaSum", "gammaSumsN");
            });
        }
    }

    /// <summary>
    /// Writes the mean of dz over the batch, and the mean of dz r times the inverse deviation, (C) each, behind the statistics.
    /// </summary>
    public void WriteBatch(SourceWriter writer)
    {
        if (shape.IsMasked)
        {
            MaskedMoments.DeclareShare(writer);
        }
        else
        {
            string values = shape.Rows == 1 ? "count" : $"((double)count * {Literal.Int(shape.Rows)})";
            writer.Line($"float share = (float)(1.0 / {values});");
        }

        ChannelTiles.Write(writer, flavour, shape.Channels, tile =>
        {
            ChannelTiles.Declare(writer, tile, "betaSum", _ => tile.Flavour.Zero);
            ChannelTiles.Declare(writer, tile, "gammaSum", _ => tile.Flavour.Zero);
            new LongSum(writer, tile.Flavour, ChannelTiles.Names(tile, "betaSum", "gammaSum")).Over("n", "count", 1, () =>
            {
                writer.Line($"int at = {At.Sum(At.Times("n", shape.Channels), "c")};");
                ChannelTiles.Each(
                    writer,
                    tile,
                    v => $"betaSum{v} += {tile.Flavour.Load("betaSums", At.Sum("at", v * tile.Flavour.Lanes))};",
                    v => $"gammaSum{v} += {tile.Flavour.Load("gammaSums", At.Sum("at", v * tile.Flavour.Lanes))};");
            });

            ChannelTiles.Load(writer, tile, "inverse", "statistics", shape.Channels);
            string share = tile.Flavour.Broadcast("share");
            ChannelTiles.Each(writer, tile, v => $"betaSum{v} *= {share};", v => $"gammaSum{v} *= {share} * inverse{v};");
            ChannelTiles.Store(writer, tile, "betaSum", "statistics", MeanOfGradients * shape.Channels);
            ChannelTiles.Store(writer, tile, "gammaSum", "statistics", Slope * shape.Channels);
        });
    }

    /// <summary>Writes the input's gradient, for some rows of (M, C).</summary>
    public void WriteData(SourceWriter writer, bool accumulates) => ChannelTiles.Write(writer, flavour, shape.Channels, tile =>
    {
        ChannelTiles.Load(writer, tile, "mean", "statistics");
        ChannelTiles.Load(writer, tile, "scale", "statistics", shape.Channels);
        ChannelTiles.Load(writer, tile, "meanOfGradients", "statistics", MeanOfGradients * shape.Channels);
        ChannelTiles.Load(writer, tile, "slope", "statistics", Slope * shape.Channels);
        if (shape.HasGamma)
        {
            ChannelTiles.Each(writer, tile, v => $"scale{v} *= {tile.Flavour.Load("gamma", At.Sum("c", v * tile.Flavour.Lanes))};");
        }

        using (writer.Block("for (int m = m0; m < m1; m++)"))
        {
            string place = At.Sum(At.Times("m", shape.Channels), "c");
            writer.Refer("xm", "x", place);
            writer.Refer("dym", "dy", place);
            writer.Refer("dxm", "dx", place);
            if (shape.IsMasked)
            {
                // What does not count has no part in mean and variance, so nothing of its gradient is taken away.
                using (writer.Block($"if ({At.Value("mask", shape.InMask("m"))} == 0f)"))
                {
                    WriteVectors(writer, tile, accumulates, (_, offset) => tile.Flavour.Load("dym", offset));
                }
            }

            using (writer.BlockIf(shape.IsMasked, "else"))
            {
                WriteVectors(writer, tile, accumulates, (v, offset) => Free(tile.Flavour, Literal.Int(v), offset));
            }
        }
    });

    /// <summary>Stores the scaled gradient of a row from that of its normalized values.</summary>
    private static void WriteVectors(SourceWriter writer, ColumnTile tile, bool accumulates, System.Func<int, int, string> ofNormalized)
    {
        Flavour vectors = tile.Flavour;
        for (int v = 0; v < tile.Vectors; v++)
        {
            string number = Literal.Int(v);
            int offset = v * vectors.Lanes;
            string free = ofNormalized(v, offset);
            string scale = "scale" + number;
            string gradient = accumulates ? vectors.MultiplyAdd(free, scale, vectors.Load("dxm", offset)) : $"{free} * {scale}";
            writer.Line($"{vectors.Type} dx{number} = {gradient};");
            VectorStore.Write(writer, vectors, "dx" + number, "dxm", offset, tile.LanesOf(v));
        }
    }

    /// <summary>dy without its mean and its slope along x.</summary>
    private static string Free(Flavour vectors, string v, int offset) => vectors.MultiplyAdd(
        $"mean{v} - {vectors.Load("xm", offset)}", $"slope{v}", $"{vectors.Load("dym", offset)} - meanOfGradients{v}");

    private IReadOnlyList<string> Terms(SourceWriter writer, ColumnTile tile, int v, int offset)
    {
        Flavour vectors = tile.Flavour;
        string dz = "dz" + Literal.Int(offset);
        string dy = vectors.Load("dycp", offset);
        string gradient = shape.IsActivated ? shape.Activation.Backward(vectors, dy, vectors.Load("ycp", offset)) : dy;
        writer.Line($"{vectors.Type} {dz} = {gradient};");
        if (shape.IsActivated)
        {
            VectorStore.Write(writer, vectors, dz, "dycp", offset, tile.LanesOf(v));
        }

        return [dz, $"({dz} * ({vectors.Load("xcp", offset)} - mean{Literal.Int(v)}))"];
    }
}
