using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan.Recurrences;
using StaticNets.Generator.Plan.Tiles;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>Emits what fills packed matrices.</summary>
internal static class PackedMatrixFill
{
    /// <summary>Emits the copy of some columns of a weight to rows of the matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="emission">Where to.</param>
    /// <param name="packed">The buffer.</param>
    /// <param name="weight">The weight's index.</param>
    /// <param name="firstColumn">Its first column.</param>
    /// <param name="row">The matrix' first row.</param>
    public static void EmitFill(
        this PackedMatrix matrix, KernelEmission emission, string packed, int weight, int firstColumn, int row)
    {
        Shape shape = emission.Weights[weight].Tensor.Shape;
        foreach (ColumnRun run in matrix.Panels(emission.Flavour))
        {
            int width = run.Tile.Columns;
            emission.Call(
                "PackedPanels.Fill",
                At.Argument(emission.Weight(weight), firstColumn + run.Start),
                Literal.Int(shape.Last),
                At.Argument(packed, matrix.Place + (matrix.Depth * run.Start) + (row * width)),
                Literal.Int(width),
                Literal.Int(run.Count),
                Literal.Int(matrix.Depth * width),
                emission.Share(shape[0]));
        }
    }

    /// <summary>Emits the copy of a weight whose rows become the matrix' columns.</summary>
    public static void EmitFillTransposed(
        this PackedMatrix matrix, KernelEmission emission, string packed, int weight)
    {
        int columns = emission.Weights[weight].Tensor.Shape.Last;
        foreach (ColumnRun run in matrix.Panels(emission.Flavour))
        {
            int width = run.Tile.Columns;
            emission.Call(
                "PackedPanels.FillTransposed",
                At.Argument(emission.Weight(weight), run.Start * columns),
                Literal.Int(columns),
                At.Argument(packed, matrix.Place + (matrix.Depth * run.Start)),
                Literal.Int(width),
                Literal.Int(run.Count),
                Literal.Int(matrix.Depth * width),
                emission.Share(columns));
        }
    }
}
