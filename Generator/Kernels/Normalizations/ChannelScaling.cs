using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Normalizations;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// Emits <c>y = activation((x - mean) inverse gamma + beta)</c> with the batch's statistics, and <c>y = activation((x - mean) scale +
/// beta)</c> with the moving mean and a scale that was derived from the moving variance.
/// </summary>
internal sealed class ChannelScaling(Flavour flavour, BatchNormalizationShape shape)
{
    public void WriteBatch(SourceWriter writer) => ChannelTiles.Write(writer, flavour, shape.Channels, tile =>
    {
        ChannelTiles.Load(writer, tile, "mean", "statistics");
        ChannelTiles.Load(writer, tile, "scale", "statistics", shape.Channels);
        if (shape.HasGamma)
        {
            ChannelTiles.Load(writer, tile, "gamma", "gamma");
            ChannelTiles.Each(writer, tile, v => $"scale{v} *= gamma{v};");
        }

        if (shape.HasBeta)
        {
            ChannelTiles.Load(writer, tile, "beta", "beta");
        }

        WriteCentered(writer, tile);
    });

    public void WriteMoving(SourceWriter writer) => ChannelTiles.Write(writer, flavour, shape.Channels, tile =>
    {
        ChannelTiles.Load(writer, tile, "mean", "mean");
        ChannelTiles.Load(writer, tile, "scale", "scale");
        if (shape.HasBeta)
        {
            ChannelTiles.Load(writer, tile, "beta", "beta");
        }

        WriteCentered(writer, tile);
    });

    public void WriteMovingBackward(SourceWriter writer, bool accumulates) => ChannelTiles.Write(writer, flavour, shape.Channels, tile =>
    {
        ChannelTiles.Load(writer, tile, "scale", "scale");
        using (writer.Block("for (int m = m0; m < m1; m++)"))
        {
            string[] references = shape.IsActivated ? ["y", "dy", "dx"] : ["dy", "dx"];
            foreach (string reference in references)
            {
                writer.Refer(reference + "m", reference, At.Sum(At.Times("m", shape.Channels), "c"));
            }

            for (int v = 0; v < tile.Vectors; v++)
            {
                Flavour vectors = tile.Flavour;
                int offset = v * vectors.Lanes;
                string dy = vectors.Load("dym", offset);
                string dz = shape.IsActivated ? $"({shape.Activation.Backward(vectors, dy, vectors.Load("ym", offset))})" : dy;
                string scale = "scale" + Literal.Int(v);
                string dx = accumulates ? vectors.MultiplyAdd(dz, scale, vectors.Load("dxm", offset)) : $"{dz} * {scale}";
                writer.Line($"{vectors.Type} dx{Literal.Int(v)} = {dx};");
                VectorStore.Write(writer, vectors, "dx" + Literal.Int(v), "dxm", offset, tile.LanesOf(v));
            }
        }
    });

    // The mean is subtracted first: x scale less mean scale would cancel where the mean is large.
    private void WriteCentered(SourceWriter writer, ColumnTile tile) => WriteRows(writer, tile, (vectors, x, v) =>
    {
        string centered = $"{x} - mean{Literal.Int(v)}";
        string scale = "scale" + Literal.Int(v);
        return shape.HasBeta ? vectors.MultiplyAdd(centered, scale, "beta" + Literal.Int(v)) : $"({centered}) * {scale}";
    });

    private void WriteRows(SourceWriter writer, ColumnTile tile, Func<Flavour, string, int, string> value)
    {
        using (writer.Block("for (int m = m0; m < m1; m++)"))
        {
            writer.Refer("xm", "x", At.Sum(At.Times("m", shape.Channels), "c"));
            writer.Refer("ym", "y", At.Sum(At.Times("m", shape.Channels), "c"));
            for (int v = 0; v < tile.Vectors; v++)
            {
                string name = "y" + Literal.Int(v);
                writer.Line($"{tile.Flavour.Type} {name} = {value(tile.Flavour, tile.Flavour.Load("xm", v * tile.Flavour.Lanes), v)};");
                if (shape.Activation.Forward(tile.Flavour, name) is string activated && activated != name)
                {
                    writer.Line($"{name} = {activated};");
                }

                VectorStore.Write(writer, tile.Flavour, name, "ym", v * tile.Flavour.Lanes, tile.LanesOf(v));
            }
        }
    }
}
