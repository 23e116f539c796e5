using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Emit.Tiles;

/// <summary>
/// Emits <c>db = sum of dy over all rows</c>. Rows are added in fours, counted from the batch's begin, so that additions do not wait for each other
/// and yet always have the same order.
/// </summary>
internal static class BiasGradient
{
    /// <summary>The number of tiles that workers share.</summary>
    public static int Tiles(LayerEmission emission, int columns) => Grid(emission, columns).Count;

    public static void Emit(LayerEmission emission, int weight, string dy, int rowsPerSample)
    {
        WeightTensor bias = emission.Node.Layer.Weights[weight];
        int columns = bias.Shape.Size;
        TileGrid grid = Grid(emission, columns);
        string method = emission.Kernel(
            "BackwardBias",
            $"db = sum of dy: (N, {Literal.Int(rowsPerSample)}, {Literal.Int(columns)}) -> ({Literal.Int(columns)}).",
            $"ref float dy, {PenaltyGradient.Parameters(bias.Penalty)}ref float db, int rows, int tile0, int tile1",
            writer =>
            {
                PenaltyGradient.Declare(writer, bias.Penalty);
                grid.Write(writer, (_, run) => WriteTile(writer, run.Tile, columns, bias.Penalty));
            });
        emission.Call(
            method,
            dy,
            PenaltyGradient.Arguments(emission, weight),
            emission.WeightGradient(weight),
            At.Times("memory.Count", rowsPerSample),
            LayerEmission.Share(grid.Count));
    }

    private static TileGrid Grid(LayerEmission emission, int columns) =>
        new(1, [new PieceRun(0, 1, 1)], ColumnTiles.Of(emission.Flavour.Fit(columns), columns, 2));

    private static void WriteTile(SourceWriter writer, ColumnTile tile, int columns, Penalty penalty)
    {
        Flavour flavour = tile.Flavour;
        writer.Line("ref float dyi = ref Unsafe.Add(ref dy, column);");
        for (int v = 0; v < tile.Vectors; v++)
        {
            writer.Line($"{flavour.Type} db{Literal.Int(v)} = {flavour.Zero};");
        }

        writer.Line("int i = 0;");
        using (writer.Block("for (; i + 4 <= rows; i += 4)"))
        {
            for (int v = 0; v < tile.Vectors; v++)
            {
                int at = v * flavour.Lanes;
                string first = $"({flavour.Load("dyi", at)} + {flavour.Load("dyi", at + columns)})";
                string second = $"({flavour.Load("dyi", at + (2 * columns))} + {flavour.Load("dyi", at + (3 * columns))})";
                writer.Line($"db{Literal.Int(v)} += {first} + {second};");
            }

            writer.Line($"dyi = {At.Ref("dyi", 4 * columns)};");
        }

        using (writer.Block("for (; i < rows; i++)"))
        {
            for (int v = 0; v < tile.Vectors; v++)
            {
                writer.Line($"db{Literal.Int(v)} += {flavour.Load("dyi", v * flavour.Lanes)};");
            }

            writer.Line($"dyi = {At.Ref("dyi", columns)};");
        }

        writer.Line("ref float dbc = ref Unsafe.Add(ref db, column);");
        for (int v = 0; v < tile.Vectors; v++)
        {
            string result = "db" + Literal.Int(v);
            if (!penalty.IsNone)
            {
                writer.Line($"{flavour.Type} w{Literal.Int(v)} = {flavour.Load("w", $"column + {Literal.Int(v * flavour.Lanes)}")};");
                writer.Line($"{result} = {PenaltyGradient.Add(flavour, penalty, result, "w" + Literal.Int(v))};");
            }

            VectorStore.Write(writer, flavour, result, "dbc", v * flavour.Lanes, tile.LanesOf(v));
        }
    }
}
