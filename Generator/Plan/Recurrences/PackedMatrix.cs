using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Recurrences;

/// <summary>
/// A matrix in panels: <c>PackedPanels</c> of the runtime. The time loop reads it anew in every step, from the second-level cache, so a
/// tile has many rows for few columns.
/// </summary>
/// <param name="Place">Where it begins in its buffer.</param>
/// <param name="Depth">Rows: the length of the sums.</param>
/// <param name="Columns">Columns: the sums.</param>
internal sealed record PackedMatrix(long Place, int Depth, int Columns)
{
    // Wider tiles save broadcasts, which come from the first-level cache, and cost loads of weights, which do not.
    private const int MostVectors = 2;

    /// <summary>Samples of a tile, where there are so many.</summary>
    public const int TileRows = 8;

    public long Size => MemorySize.Product(Depth, Columns);

    /// <summary>The columns of each gate as matrices of their own, in the same place.</summary>
    public PackedMatrix[] OfGates(int units) => Enumerable.Range(0, Columns / units).Select(gate => OfGate(gate, units)).ToArray();

    /// <summary>The columns of one gate as a matrix of their own in the same place.</summary>
    public PackedMatrix OfGate(int gate, int units) => new(Place + ((long)gate * units * Depth), Depth, units);

    /// <summary>The panels, each as wide as a tile.</summary>
    public IReadOnlyList<ColumnRun> Panels(Flavour widest)
    {
        Flavour flavour = widest.Fit(Columns);
        return ColumnTiles.Of(flavour, Columns, System.Math.Min(MostVectors, flavour.Vectors(Columns)));
    }

    /// <summary>Rows of a tile: as many as the registers hold beside a step's loads, and a divisor of the usual number.</summary>
    public int RowsOfTile(Flavour widest)
    {
        Flavour flavour = widest.Fit(Columns);
        int vectors = System.Math.Min(MostVectors, flavour.Vectors(Columns));
        int rows = TileRows;
        while (rows * vectors > flavour.Registers - vectors - 1)
        {
            rows /= 2;
        }

        return rows;
    }
}
