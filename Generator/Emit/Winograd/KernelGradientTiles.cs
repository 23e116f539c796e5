using StaticNets.Generator.Emit.Tiles;

namespace StaticNets.Generator.Emit.Winograd;

/// <summary>
/// How the kernel's gradient is cut into tiles of channels x filters, which workers share: all frequencies of a tile are one worker's. Tiles are
/// numbered along the filters first.
/// </summary>
internal sealed class KernelGradientTiles
{
    private const int MostRows = 12;

    private readonly int _filters;

    public KernelGradientTiles(WinogradShape shape, Flavour widest)
    {
        Channels = shape.Convolution.Channels;
        _filters = shape.Convolution.Filters;
        Flavour = widest.Fit(_filters);
        int vectors = Flavour.Vectors(_filters);
        TileShape tile = TileShape.Choose(Flavour, Channels, _filters, mostRows: MostRows, dividesVectors: true);
        Rows = System.Math.Min(tile.Rows, Channels);
        Vectors = tile.Vectors;
        ColumnPieces = vectors / Vectors;
        WholeRowPieces = Channels / Rows;
    }

    public Flavour Flavour { get; }

    public int Channels { get; }

    /// <summary>Channels of a tile; the last may have fewer.</summary>
    public int Rows { get; }

    /// <summary>Vectors of filters of a tile.</summary>
    public int Vectors { get; }

    /// <summary>Tiles along the filters.</summary>
    public int ColumnPieces { get; }

    private int WholeRowPieces { get; }

    private int RestRows => Channels % Rows;

    public int Count => ColumnPieces * (WholeRowPieces + (RestRows > 0 ? 1 : 0));

    private ColumnTile Columns => new(Flavour, Vectors, Flavour.Lanes);

    /// <summary>The first channel of a tile, as an expression.</summary>
    public string ChannelOf(string tile) => ColumnPieces == 1 ? At.Times(tile, Rows) : $"{tile} / {Literal.Int(ColumnPieces)} * {Literal.Int(Rows)}";

    /// <summary>Writes the loops over tiles tile0 to tile1; <c>c</c> and <c>k</c> are then where a tile begins.</summary>
    public void Write(SourceWriter writer, System.Action<int, ColumnTile> body)
    {
        int whole = WholeRowPieces * ColumnPieces;
        using (writer.Block($"for (int tile = tile0; tile < {(RestRows > 0 ? $"Math.Min(tile1, {Literal.Int(whole)})" : "tile1")}; tile++)"))
        {
            DeclarePlace(writer);
            body(Rows, Columns);
        }

        if (RestRows > 0)
        {
            using (writer.Block($"for (int tile = Math.Max(tile0, {Literal.Int(whole)}); tile < tile1; tile++)"))
            {
                DeclarePlace(writer);
                body(RestRows, Columns);
            }
        }
    }

    private void DeclarePlace(SourceWriter writer)
    {
        writer.Line($"int c = {ChannelOf("tile")};");
        writer.Line($"int k = {(ColumnPieces == 1 ? "0" : At.Times($"tile % {Literal.Int(ColumnPieces)}", Columns.Columns))};");
    }
}
