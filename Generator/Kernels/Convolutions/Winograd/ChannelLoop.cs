using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>Emits loops over channels, a vector at a time, and over tiles.</summary>
internal static class ChannelLoop
{
    /// <summary>
    /// A loop over vectors of which the last is moved back where it would reach beyond the channels: what it has in common with the one
    /// before is computed twice.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="flavour">The vectors.</param>
    /// <param name="name">The first channel's variable.</param>
    /// <param name="channels">How many.</param>
    /// <param name="body">Writes what happens to one vector, from its first channel and the number of lanes that count.</param>
    public static void Overlapping(SourceWriter writer, Flavour flavour, string name, int channels, Action<string, int> body)
    {
        if (channels < flavour.Lanes)
        {
            using (writer.Block())
            {
                body("0", channels);
            }

            return;
        }

        bool overlaps = channels % flavour.Lanes != 0;
        string counter = overlaps ? name + "0" : name;
        using (writer.Block($"for (int {counter} = 0; {counter} < {Literal.Int(channels)}; {counter} += {Literal.Int(flavour.Lanes)})"))
        {
            if (overlaps)
            {
                writer.Line($"int {name} = Math.Min({counter}, {Literal.Int(channels - flavour.Lanes)});");
            }

            body(name, flavour.Lanes);
        }
    }

    /// <summary>A loop over vectors of which the last may have lanes that don't count; <see cref="Store"/> leaves them out.</summary>
    public static void Covering(SourceWriter writer, Flavour flavour, string name, int channels, Action body)
    {
        using (writer.Block($"for (int {name} = 0; {name} < {Literal.Int(channels)}; {name} += {Literal.Int(flavour.Lanes)})"))
        {
            body();
        }
    }

    /// <summary>Stores inside of <see cref="Covering"/>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="flavour">The vectors.</param>
    /// <param name="name">The loop's variable.</param>
    /// <param name="channels">How many.</param>
    /// <param name="store">Writes the stores of so many lanes.</param>
    public static void Store(SourceWriter writer, Flavour flavour, string name, int channels, Action<int> store)
    {
        int tail = channels % flavour.Lanes;
        if (tail == 0 || channels < flavour.Lanes)
        {
            store(tail == 0 ? flavour.Lanes : tail);
            return;
        }

        using (writer.Block($"if ({name} < {Literal.Int(channels - tail)})"))
        {
            store(flavour.Lanes);
        }

        using (writer.Block("else"))
        {
            store(tail);
        }
    }

    /// <summary>A loop over the tiles of a run, or a block for its only one; the tile's number is handed on.</summary>
    public static void OverTiles(SourceWriter writer, string name, TileRun run, Action<string> body)
    {
        if (run.Count == 1)
        {
            using (writer.Block())
            {
                body(Literal.Int(run.Start));
            }

            return;
        }

        using (writer.Block($"for (int {name} = {Literal.Int(run.Start)}; {name} < {Literal.Int(run.Start + run.Count)}; {name}++)"))
        {
            body(name);
        }
    }
}
