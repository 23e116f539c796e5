using System.Collections.Generic;
using System.Linq;
using CsCheck;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Tests.Plan.Tiles;

/// <summary>What tilings are asked for, and what they are to give.</summary>
internal static class Cases
{
    public static readonly Gen<Flavour> Flavours = Gen.OneOf([.. Target.All.Select(Flavour.Of)]);

    /// <summary>A length, most of them small, since edges are where lengths are small.</summary>
    public static readonly Gen<int> Lengths = Gen.Frequency((3, Gen.Int[1, 40]), (1, Gen.Int[1, 3000]));

    /// <summary>Where the pieces of runs begin and end, in their order.</summary>
    public static IEnumerable<(int Start, int End)> Pieces(IEnumerable<PieceRun> runs) => runs.SelectMany(run =>
        Enumerable.Range(0, run.Count).Select(i => (run.Start + (i * run.Size), run.Start + ((i + 1) * run.Size))));

    /// <summary>The same of columns.</summary>
    public static IEnumerable<(int Start, int End)> Pieces(IEnumerable<ColumnRun> runs) => runs.SelectMany(run =>
        Enumerable.Range(0, run.Count).Select(i =>
            (run.Start + (i * run.Tile.Columns), run.Start + ((i + 1) * run.Tile.Columns))));

    /// <summary>Whether pieces are a length cut up: each element once, in order, and no piece empty.</summary>
    public static bool Cover(this IEnumerable<(int Start, int End)> pieces, int length)
    {
        int end = 0;
        foreach ((int start, int pieceEnd) in pieces)
        {
            if (start != end || pieceEnd <= start)
            {
                return false;
            }

            end = pieceEnd;
        }

        return end == length;
    }
}
