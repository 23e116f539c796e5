using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Elementwise;

/// <summary><c>y = x</c> where x is not negative, else <c>alpha x</c>. A sample is one row of alpha, or several.</summary>
internal sealed class ParametricReluKernel(ParametricRelu operation) : Kernel
{
    private const int MostVectors = 4;

    private static readonly TileNames s_names = new("dalpha", "x", "dy");

    /// <summary>Values of a row.</summary>
    private int Columns => operation.Alpha.Shape.Size;

    public override void EmitForward(KernelEmission emission)
    {
        Shape shape = emission.Shape;
        emission.Emit(
            "Forward",
            $"y = x, or alpha x where x is negative: {shape.WithBatch}, alpha {operation.Alpha.Shape}.",
            [emission.X(), emission.Weight(0), emission.Y, emission.Range],
            writer => WriteRows(writer, emission.Flavour, shape, "y", (flavour, offset) =>
            {
                string x = flavour.Load("xn", offset);
                return flavour.Select(flavour.LessThan(x, flavour.Zero), $"({x} * {flavour.Load("alpha", offset)})", x);
            }));
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        Shape shape = emission.Shape;
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy, or alpha dy where x is negative: {shape.WithBatch}, alpha {operation.Alpha.Shape}.",
            [emission.X(), emission.Weight(0), emission.DY, emission.DX(), emission.Range],
            writer => WriteRows(writer, emission.Flavour, shape, "dx", (flavour, offset) =>
            {
                string dy = flavour.Load("dyn", offset);
                string isNegative = flavour.LessThan(flavour.Load("xn", offset), flavour.Zero);
                string gradient = flavour.Select(isNegative, $"({dy} * {flavour.Load("alpha", offset)})", dy);
                return accumulates ? $"{flavour.Load("dxn", offset)} + {gradient}" : gradient;
            }));
    }

    public override void EmitWeightGradients(KernelEmission emission)
    {
        WeightTensor weight = operation.Alpha.Tensor;
        var grid = new TileGrid(1, [new PieceRun(0, 1, 1)], ColumnTiles.Of(emission.Flavour.Fit(Columns), Columns, MostVectors));
        emission.Emit(
            "BackwardAlpha",
            $"dalpha = sum of dy min(x, 0){PenaltyGradient.Text(weight.Penalty)}: {emission.Shape.WithBatch} -> {weight.Shape}.",
            [
                emission.X(),
                emission.DY,
                .. PenaltyGradient.Operands(emission, 0),
                emission.WeightGradient(0),
                emission.CountOf("rows", emission.Shape.Size / Columns),
                emission.Share(grid.Count),
            ],
            writer =>
            {
                PenaltyGradient.Declare(writer, weight.Penalty);
                grid.Write(writer, (_, run, place) => WriteAlphaTile(writer, run.Tile, place.Column, weight.Penalty));
            });
    }

    private void WriteAlphaTile(SourceWriter writer, ColumnTile columns, IndexSum column, Penalty penalty)
    {
        Flavour flavour = columns.Flavour;
        var tile = new TileEmitter(writer, columns, 1, s_names);
        writer.Refer("xi", "x", column);
        writer.Refer("dyi", "dy", column);
        tile.DeclareZero();
        new LongSum(writer, flavour, tile.Results).Over("i", "rows", 1, () =>
        {
            for (int v = 0; v < columns.Vectors; v++)
            {
                int at = v * flavour.Lanes;
                string negative = flavour.Min(flavour.Zero, flavour.Load("xi", at));
                writer.Line($"{tile.Result(0, v)} = {flavour.MultiplyAdd(flavour.Load("dyi", at), negative, tile.Result(0, v))};");
            }

            writer.Line($"xi = {At.Ref("xi", Columns)};");
            writer.Line($"dyi = {At.Ref("dyi", Columns)};");
        });

        new GradientTile(writer, tile, "dalpha", Columns, penalty).Finish(column);
    }

    /// <summary>Writes a value for each place of each row of samples n0 to n1, from alpha and the vectors at that place.</summary>
    private void WriteRows(SourceWriter writer, Flavour widest, Shape shape, string result, System.Func<Flavour, string, string> expression)
    {
        Flavour flavour = widest.Fit(Columns);
        int rows = shape.Size / Columns;
        string[] operands = result == "y" ? ["x", "y"] : ["x", "dy", "dx"];
        using (writer.Block($"for (int n = {At.Times("n0", rows)}; n < {At.Times("n1", rows)}; n++)"))
        {
            foreach (string operand in operands)
            {
                writer.Refer(operand + "n", operand, At.Times("n", Columns));
            }

            RowLoop.Write(writer, flavour, Columns, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} value = {expression(flavour, offset)};");
                VectorStore.WriteAt(writer, flavour, "value", result + "n", offset, lanes);
            });
        }
    }
}
