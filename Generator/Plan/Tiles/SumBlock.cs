using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Tiles;

/// <summary>
/// The blocks of long sums: registers take a block of terms, and are then added to the sum of the blocks before, so that the error does not
/// grow with the number of terms.
/// </summary>
internal static class SumBlock
{
    /// <summary>Terms of a block of a plain sum. So many equal terms are off by at most 1e-6.</summary>
    public const int Terms = 64;

    /// <summary>Products of a block of a tile's sums. So many equal products are off by less than 2e-6.</summary>
    public const int Products = 128;

    /// <summary>Floats that hold a tile's results.</summary>
    public static int Floats(int rows, int vectors, Flavour flavour) => rows * vectors * flavour.Lanes;
}
