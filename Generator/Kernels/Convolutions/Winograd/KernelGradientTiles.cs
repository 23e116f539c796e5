using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>
/// How the kernel's gradient is cut into tiles of channels x filters, which workers share: all frequencies of a tile are one worker's.
/// Workers divide the larger of the two: what they don't divide, each of them transforms for itself.
/// </summary>
internal sealed class KernelGradientTiles
{
    private const int MostRows = 12;

    private readonly int _filters;
    private readonly bool _dividesFilters;

    public KernelGradientTiles(WinogradShape shape, Flavour widest)
    {
        Channels = shape.Convolution.Channels;
        _filters = shape.Convolution.Filters;
        Flavour = widest.Fit(_filters);
        int vectors = Flavour.Vectors(_filters);
        _dividesFilters = vectors % 2 == 0 && _filters >= Channels;
        int mostVectors = _dividesFilters ? vectors / 2 : vectors;
        TileShape tile = TileShape.Choose(Flavour, Channels, _filters, mostRows: MostRows, dividesVectors: true, mostVectors: mostVectors);
        RowPieces = (Channels + tile.Rows - 1) / tile.Rows;
        Rows = (Channels + RowPieces - 1) / RowPieces;
        Vectors = tile.Vectors;
        ColumnPieces = vectors / Vectors;
    }

    public Flavour Flavour { get; }

    public int Channels { get; }

    /// <summary>Channels of a tile; the last may have fewer.</summary>
    public int Rows { get; }

    /// <summary>Vectors of filters of a tile.</summary>
    public int Vectors { get; }

    /// <summary>Tiles along the filters.</summary>
    public int ColumnPieces { get; }

    /// <summary>Tiles along the channels.</summary>
    public int RowPieces { get; }

    public int Count => ColumnPieces * RowPieces;

    private int RestRows => Channels - ((RowPieces - 1) * Rows);

    private ColumnTile Columns => new(Flavour, Vectors, Flavour.Lanes);

    /// <summary>
    /// Declares what of the operands the tiles <c>tile0</c> to <c>tile1</c> read, in whole vectors: channels <c>c0</c> to <c>c1</c>,
    /// filters <c>k0</c> to <c>k1</c>.
    /// </summary>
    public void DeclareReach(SourceWriter writer)
    {
        int inner = _dividesFilters ? RowPieces : ColumnPieces;
        string first = inner == 1 ? "tile0" : $"tile0 / {Literal.Int(inner)}";
        string end = inner == 1 ? "tile1" : $"(tile1 + {Literal.Int(inner - 1)}) / {Literal.Int(inner)}";
        writer.Line("// the part of the larger operand that these tiles read, in whole vectors");
        if (_dividesFilters)
        {
            writer.Line($"int k0 = {At.Times(first, Columns.Columns)};");
            writer.Line($"int k1 = Math.Min({Literal.Int(_filters)}, {At.Times(end, Columns.Columns)});");
        }
        else
        {
            writer.Line($"int c0 = {At.Times(first, Rows)} / 16 * 16;");
            writer.Line($"int c1 = Math.Min({Literal.Int(Channels)}, {At.Times(end, Rows)});");
        }
    }

    /// <summary>The range that <see cref="DeclareReach"/> declared of the channels, where it divides them.</summary>
    public KernelOperand[] ChannelRange => _dividesFilters ? [] : [KernelOperand.Range("c", "c0", "c1")];

    /// <summary>The range that <see cref="DeclareReach"/> declared of the filters, where it divides them.</summary>
    public KernelOperand[] FilterRange => _dividesFilters ? [KernelOperand.Range("k", "k0", "k1")] : [];

    /// <summary>Writes the loop over tiles tile0 to tile1; <c>c</c> and <c>k</c> are then where a tile begins.</summary>
    public void Write(SourceWriter writer, System.Action<int, ColumnTile> body)
    {
        using (writer.Block("for (int tile = tile0; tile < tile1; tile++)"))
        {
            writer.Line($"int c = {Place(RowPieces, ColumnPieces, isOuter: !_dividesFilters, Rows)};");
            writer.Line($"int k = {Place(ColumnPieces, RowPieces, isOuter: _dividesFilters, Columns.Columns)};");
            if (RestRows == Rows || RowPieces == 1)
            {
                body(RestRows, Columns);
                return;
            }

            using (writer.Block($"if (c < {Literal.Int(Channels - RestRows)})"))
            {
                body(Rows, Columns);
            }

            using (writer.Block("else"))
            {
                body(RestRows, Columns);
            }
        }
    }

    private static string Place(int pieces, int others, bool isOuter, int size)
    {
        if (pieces == 1)
        {
            return "0";
        }

        string number = others == 1 ? "tile" : isOuter ? $"tile / {Literal.Int(others)}" : $"tile % {Literal.Int(pieces)}";
        return At.Times(number, size);
    }
}
