using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>
/// Emits <c>db = sum of dy over all rows</c>. Rows are added in fours, counted from the batch's begin, so that additions do not wait for
/// each other and yet always have the same order.
/// </summary>
internal static class BiasGradient
{
    public static void Emit(KernelEmission emission, int weight, KernelOperand dy, int rowsPerSample)
    {
        int columns = emission.Weights[weight].Tensor.Shape.Size;
        Emit(emission, weight, dy, rowsPerSample, new BiasPiece(0, columns, columns));
    }

    /// <summary>Emits a piece of the gradient.</summary>
    /// <param name="emission">Where to.</param>
    /// <param name="weight">The bias' index.</param>
    /// <param name="dy">The rows, at the piece's first column.</param>
    /// <param name="rowsPerSample">Rows of a sample.</param>
    /// <param name="piece">The piece.</param>
    public static void Emit(KernelEmission emission, int weight, KernelOperand dy, int rowsPerSample, BiasPiece piece)
    {
        WeightTensor bias = emission.Weights[weight].Tensor;
        int columns = piece.Columns;
        TileGrid grid = Grid(emission, columns);
        emission.Emit(
            "BackwardBias",
            $"db = sum of dy: (N, {Literal.Int(rowsPerSample)}, {Literal.Int(columns)}) -> ({Literal.Int(columns)}).",
            [
                dy.As("dy"),
                .. PenaltyGradient.Operands(emission, weight, piece.First),
                emission.WeightGradient(weight).As("db").From(piece.First),
                emission.CountOf("rows", rowsPerSample),
                emission.Share(grid.Count),
            ],
            writer =>
            {
                PenaltyGradient.Declare(writer, bias.Penalty);
                grid.Write(writer, (_, run, place) => WriteTile(writer, run.Tile, place.Column, piece.Pitch, bias.Penalty));
            });
    }

    private static TileGrid Grid(KernelEmission emission, int columns) =>
        new(1, [new PieceRun(0, 1, 1)], ColumnTiles.Of(emission.Flavour.Fit(columns), columns, 2));

    private static void WriteTile(SourceWriter writer, ColumnTile tile, IndexSum column, int pitch, Penalty penalty)
    {
        Flavour flavour = tile.Flavour;
        writer.Refer("dyi", "dy", column);
        for (int v = 0; v < tile.Vectors; v++)
        {
            writer.Line($"{flavour.Type} db{Literal.Int(v)} = {flavour.Zero};");
        }

        string[] sums = [.. Enumerable.Range(0, tile.Vectors).Select(v => "db" + Literal.Int(v))];
        writer.Line("int fours = rows / 4 * 4;");
        new LongSum(writer, flavour, sums).Over("i", "fours", 4, () =>
        {
            for (int v = 0; v < tile.Vectors; v++)
            {
                int at = v * flavour.Lanes;
                string first = $"({flavour.Load("dyi", at)} + {flavour.Load("dyi", at + pitch)})";
                string second = $"({flavour.Load("dyi", at + (2 * pitch))} + {flavour.Load("dyi", at + (3 * pitch))})";
                writer.Line($"{sums[v]} += {first} + {second};");
            }

            writer.Line($"dyi = {At.Ref("dyi", 4 * pitch)};");
        });

        using (writer.Block("for (int i = fours; i < rows; i++)"))
        {
            for (int v = 0; v < tile.Vectors; v++)
            {
                writer.Line($"{sums[v]} += {flavour.Load("dyi", v * flavour.Lanes)};");
            }

            writer.Line($"dyi = {At.Ref("dyi", pitch)};");
        }

        writer.Refer("dbc", "db", column);
        for (int v = 0; v < tile.Vectors; v++)
        {
            string result = "db" + Literal.Int(v);
            if (!penalty.IsNone)
            {
                writer.Line($"{flavour.Type} w{Literal.Int(v)} = {flavour.Load("w", column + (v * flavour.Lanes))};");
                writer.Line($"{result} = {PenaltyGradient.Add(flavour, penalty, result, "w" + Literal.Int(v))};");
            }

            VectorStore.Write(writer, flavour, result, "dbc", v * flavour.Lanes, tile.LanesOf(v));
        }
    }
}

/// <summary>A run of a bias' values whose gradient is computed from rows of its own.</summary>
/// <param name="First">The first value.</param>
/// <param name="Columns">How many.</param>
/// <param name="Pitch">Floats from a row of dy to the next.</param>
internal sealed record BiasPiece(int First, int Columns, int Pitch);
