using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Plan.Tiles;

/// <summary>The tiles of a grid, shared among workers: the emitted loops run, and each element of each group is met once.</summary>
public sealed class TileGridTests
{
    private const int Grids = 60;

    private static readonly Gen<Case> s_cases =
        from groups in Gen.Int[1, 4]
        from rows in Gen.Int[1, 30]
        from columns in Gen.Int[1, 90]
        from mostRows in Gen.Int[1, 8]
        from mostVectors in Gen.Int[1, 3]
        from flavour in Cases.Flavours
        from tilesTogether in Gen.Int[1, 5]
        from cuts in Gen.Int[0, 40].Array[0, 3]
        select new Case(groups, rows, columns, mostRows, mostVectors, flavour, tilesTogether, cuts);

    [Fact]
    public void Each_element_of_each_group_is_met_once_however_the_tiles_are_shared()
    {
        Case[] cases = [];
        s_cases.Array[Grids].Sample(drawn => cases = drawn, iter: 1, threads: 1);
        using LoadedAssembly loops = new(Compile(cases));
        for (int i = 0; i < cases.Length; i++)
        {
            Check(cases[i], cases[i].Grid.Count, loops.GetType($"Grid{Number(i)}").GetMethod("Write")!);
            Check(cases[i], cases[i].Group.Count, loops.GetType($"Grid{Number(i)}").GetMethod("WriteGroups")!);
        }
    }

    private static void Check(Case grid, int tiles, MethodInfo loop)
    {
        HashSet<(int, int, int)> met = [];
        Action<int, int, int, int, int> tile = (group, row, column, rows, columns) =>
        {
            for (int i = 0; i < rows * columns; i++)
            {
                Assert.True(met.Add((group, row + (i / columns), column + (i % columns))), $"{grid}: twice in {loop.Name}");
            }
        };
        int[] cuts = [0, .. grid.Cuts.Select(cut => Math.Min(cut, tiles)).Order(), tiles];
        for (int worker = 0; worker + 1 < cuts.Length; worker++)
        {
            loop.Invoke(null, [cuts[worker], cuts[worker + 1], tile]);
        }

        Assert.Equal(grid.Groups * grid.Rows * grid.Columns, met.Count);
        Assert.All(met, element => Assert.True(element.Item1 < grid.Groups && element.Item2 < grid.Rows && element.Item3 < grid.Columns));
    }

    private static CSharpCompilation Compile(Case[] cases)
    {
        var writer = new SourceWriter();
        writer.Line("using System;");
        for (int i = 0; i < cases.Length; i++)
        {
            using (writer.Block($"public static class Grid{Number(i)}"))
            {
                Case of = cases[i];
                using (writer.Block("public static void Write(int tile0, int tile1, Action<int, int, int, int, int> meet)"))
                {
                    of.Grid.Write(writer, (rows, columns, at) => Meet(writer, of.Groups > 1 ? "group" : "0", rows, columns, at));
                }

                using (writer.Block("public static void WriteGroups(int tile0, int tile1, Action<int, int, int, int, int> meet)"))
                {
                    of.Group.WriteGroups(
                        writer,
                        of.TilesTogether,
                        () => writer.Block($"for (int group = 0; group < {Number(of.Groups)}; group++)"),
                        (rows, columns, at) => Meet(writer, "group", rows, columns, at));
                }
            }
        }

        return GeneratorRun.Compile(writer.ToString());
    }

    private static void Meet(SourceWriter writer, string group, PieceRun rows, ColumnRun columns, TilePlace at) =>
        writer.Line($"meet({group}, {at.Row}, {at.Column}, {Number(rows.Size)}, {Number(columns.Tile.Columns)});");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Case(
        int Groups, int Rows, int Columns, int MostRows, int MostVectors, Flavour Flavour, int TilesTogether, int[] Cuts)
    {
        public TileGrid Grid => GridOf(Groups);

        /// <summary>The tiles of one group, all of which go together through the groups.</summary>
        public TileGrid Group => GridOf(1);

        private TileGrid GridOf(int groups) =>
            new(groups, Split.Balanced(Rows, MostRows), ColumnTiles.Of(Flavour, Columns, MostVectors));
    }
}
