using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>Emits a loop over a layer's channels, some vectors at a time; <c>c</c> is the first of them.</summary>
internal static class ChannelTiles
{
    private const int MostVectors = 4;

    public static void Write(SourceWriter writer, Flavour widest, int channels, Action<ColumnTile> body)
    {
        IReadOnlyList<ColumnRun> runs = ColumnTiles.Of(widest.Fit(channels), channels, MostVectors);
        foreach (ColumnRun run in runs)
        {
            int end = run.Start + (run.Count * run.Tile.Columns);
            string loop = $"for (int c = {Literal.Int(run.Start)}; c < {Literal.Int(end)}; c += {Literal.Int(run.Tile.Columns)})";
            using (writer.Block(run.Count > 1 ? loop : ""))
            {
                if (run.Count == 1)
                {
                    writer.Line($"const int c = {Literal.Int(run.Start)};");
                }

                body(run.Tile);
            }
        }
    }

    /// <summary>The variables with a vector of the tile each: <c>mean0</c>, <c>mean1</c>, …</summary>
    public static IReadOnlyList<string> Names(ColumnTile tile, params string[] names) =>
        [.. names.SelectMany(name => Enumerable.Range(0, tile.Vectors).Select(v => name + Literal.Int(v)))];

    /// <summary>Declares a vector variable for each vector of the tile: <c>mean0</c>, <c>mean1</c>, …</summary>
    public static void Declare(SourceWriter writer, ColumnTile tile, string name, Func<int, string> value) =>
        Each(writer, tile, v => $"{tile.Flavour.Type} {name}{Literal.Int(v)} = {value(v)};");

    /// <summary>Writes statements for each vector.</summary>
    public static void Each(SourceWriter writer, ColumnTile tile, params Func<int, string>[] statements)
    {
        for (int v = 0; v < tile.Vectors; v++)
        {
            foreach (Func<int, string> statement in statements)
            {
                writer.Line(statement(v));
            }
        }
    }

    /// <summary>Declares vectors that stand at channel c behind a reference.</summary>
    public static void Load(SourceWriter writer, ColumnTile tile, string name, string reference, int offset = 0) =>
        Declare(writer, tile, name, v => tile.Flavour.Load(reference, At.Sum("c", offset + (v * tile.Flavour.Lanes))));

    /// <summary>Stores the variables at channel c behind a reference, exactly.</summary>
    public static void Store(SourceWriter writer, ColumnTile tile, string name, string reference, int offset = 0)
    {
        for (int v = 0; v < tile.Vectors; v++)
        {
            using (writer.BlockIf(tile.LanesOf(v) < tile.Flavour.Lanes))
            {
                string place = At.Sum("c", offset + (v * tile.Flavour.Lanes));
                VectorStore.WriteComputed(writer, tile.Flavour, name + Literal.Int(v), reference, place, tile.LanesOf(v));
            }
        }
    }
}
