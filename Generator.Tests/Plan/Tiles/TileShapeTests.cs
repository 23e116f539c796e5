using System.Linq;
using CsCheck;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;
using Xunit;

namespace StaticNets.Generator.Tests.Plan.Tiles;

/// <summary>The tile that is chosen fits into the registers and keeps to what its kernel asks for.</summary>
public sealed class TileShapeTests
{
    private static readonly Gen<Case> s_cases =
        from flavour in Cases.Flavours
        from rows in Gen.Frequency((3, Cases.Lengths), (1, Gen.Const(int.MaxValue)))
        from columns in Cases.Lengths
        from mostRows in Gen.Int[1, 16]
        from dividesVectors in Gen.Bool
        from divides in Gen.Int[0, 24]
        from mostVectors in Gen.Int[1, 8]
        select new Case(flavour, rows, columns, mostRows, dividesVectors, divides, mostVectors);

    [Fact]
    public void Results_loads_and_a_broadcast_fit_into_the_registers() => s_cases.Sample(of =>
    {
        TileShape tile = of.Choose();
        return tile is { Rows: >= 1, Vectors: >= 1 } && (tile.Rows * tile.Vectors) + tile.Vectors + 1 <= of.Flavour.Registers;
    });

    [Fact]
    public void It_is_no_larger_than_asked_for_and_divides_what_it_must() => s_cases.Sample(of =>
    {
        TileShape tile = of.Choose();
        int vectors = of.Flavour.Vectors(of.Columns);
        return tile.Rows <= of.MostRows
            && tile.Vectors <= of.MostVectors
            && tile.Vectors <= vectors
            && of.Divides % tile.Rows == 0
            && (!of.DividesVectors || vectors % tile.Vectors == 0);
    });

    [Fact]
    public void Its_rows_are_the_multiple_that_is_asked_for() => Gen.Select(Cases.Flavours, Cases.Lengths, Gen.Int[1, 6]).Sample(
        (flavour, columns, multiple) => TileShape.Choose(flavour, int.MaxValue, columns, multiple).Rows % multiple == 0);

    /// <summary>No kernel can be faster than the multiply-adds allow, of which a core does two a cycle.</summary>
    [Fact]
    public void A_row_costs_at_least_its_multiply_adds() => Gen.Select(Cases.Flavours, Cases.Lengths).Sample(
        (flavour, columns) => TileShape.CyclesPerRow(flavour, columns) >= flavour.Vectors(columns) / 2.0);

    private sealed record Case(
        Flavour Flavour, int Rows, int Columns, int MostRows, bool DividesVectors, int Divides, int MostVectors)
    {
        public TileShape Choose() => TileShape.Choose(
            Flavour,
            Rows,
            Columns,
            mostRows: MostRows,
            dividesVectors: DividesVectors,
            divides: Divides,
            mostVectors: MostVectors);
    }
}
