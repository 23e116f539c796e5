using System;

namespace StaticNets.Generator.Emit.Winograd;

/// <summary>Emits a loop over channels, a vector at a time, with an exact tail.</summary>
internal static class ChannelLoop
{
    /// <param name="writer">Where to.</param>
    /// <param name="flavour">The vectors.</param>
    /// <param name="name">The loop's variable.</param>
    /// <param name="channels">How many.</param>
    /// <param name="body">Writes what happens to one vector, from its first channel and the number of lanes that count.</param>
    public static void Write(SourceWriter writer, Flavour flavour, string name, int channels, Action<string, int> body)
    {
        int whole = channels / flavour.Lanes * flavour.Lanes;
        if (whole > 0)
        {
            using (writer.Block($"for (int {name} = 0; {name} < {Literal.Int(whole)}; {name} += {Literal.Int(flavour.Lanes)})"))
            {
                body(name, flavour.Lanes);
            }
        }

        if (whole < channels)
        {
            using (writer.Block())
            {
                body(Literal.Int(whole), channels - whole);
            }
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
