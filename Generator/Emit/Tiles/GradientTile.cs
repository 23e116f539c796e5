using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Emit.Tiles;

/// <summary>Emits the end of a weight gradient's tile: the penalty's gradient is added in registers, and the tile is stored.</summary>
internal static class GradientTile
{
    /// <param name="writer">Where to.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="gradient">The reference to the weight's gradient.</param>
    /// <param name="place">Where the tile begins in the weight.</param>
    /// <param name="rowStep">Floats from a row of the weight to the next.</param>
    /// <param name="penalty">The weight's penalty.</param>
    public static void Store(SourceWriter writer, TileEmitter tile, string gradient, string place, int rowStep, Penalty penalty)
    {
        writer.Line($"int at = {place};");
        if (!penalty.IsNone)
        {
            Flavour flavour = tile.Columns.Flavour;
            writer.Line("ref float wt = ref Unsafe.Add(ref w, at);");
            tile.ApplyAt(r => r * rowStep, (result, offset) => PenaltyGradient.Add(flavour, penalty, result, flavour.Load("wt", offset)));
        }

        writer.Line($"ref float {gradient}t = ref Unsafe.Add(ref {gradient}, at);");
        tile.Store(gradient + "t", r => r * rowStep);
    }
}
