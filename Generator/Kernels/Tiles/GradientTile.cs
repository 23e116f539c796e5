using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>Where a tile of a weight's gradient stands: emits how it goes on with a sum begun there, and how it ends.</summary>
/// <param name="writer">Where to.</param>
/// <param name="tile">The tile.</param>
/// <param name="gradient">The reference to the weight's gradient.</param>
/// <param name="rowStep">Floats from a row of the weight to the next.</param>
/// <param name="penalty">The weight's penalty.</param>
internal sealed class GradientTile(SourceWriter writer, TileEmitter tile, string gradient, int rowStep, Penalty penalty)
{
    private IndexSum _place = IndexSum.Zero;

    /// <summary>Ends a tile that is done: the penalty's gradient is added, and the tile is stored.</summary>
    /// <param name="place">Where the tile begins in the weight.</param>
    public void Finish(IndexSum place)
    {
        DeclarePlace(place);
        AddPenalty();
        Store();
    }

    /// <summary>Declares where the tile begins in the weight.</summary>
    public void DeclarePlace(IndexSum place)
    {
        _place = place;
        writer.Refer(gradient + "t", gradient, place);
    }

    /// <summary>Adds the penalty's gradient, in registers.</summary>
    /// <param name="condition">When; always, where it is null.</param>
    public void AddPenalty(string? condition = null)
    {
        if (penalty.IsNone)
        {
            return;
        }

        using (writer.BlockIf(condition is not null, $"if ({condition})"))
        {
            Flavour flavour = tile.Columns.Flavour;
            writer.Refer("wt", "w", _place);
            tile.ApplyAt(r => r * rowStep, (result, offset) => PenaltyGradient.Add(flavour, penalty, result, flavour.Load("wt", offset)));
        }
    }

    /// <summary>Stores the sums.</summary>
    public void Store() => tile.Store(gradient + "t", r => r * rowStep);
}
