using StaticNets.Generator.Emit.Orchestration;
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
        this PackedMatrix matrix, KernelEmission emission, KernelOperand packed, int weight, int firstColumn, int row)
    {
        Shape shape = emission.Weights[weight].Tensor.Shape;
        foreach (ColumnRun run in matrix.Panels(emission.Flavour))
        {
            int width = run.Tile.Columns;
            emission.Call(
                "PackedPanels.Fill",
                emission.Weight(weight).From(firstColumn + run.Start),
                shape.Last,
                packed.From(matrix.Place + (matrix.Depth * run.Start) + (row * width)),
                width,
                run.Count,
                matrix.Depth * width,
                emission.Share(shape[0]));
        }
    }

    /// <summary>Emits the copy of a weight whose rows become the matrix' columns.</summary>
    public static void EmitFillTransposed(
        this PackedMatrix matrix, KernelEmission emission, KernelOperand packed, int weight)
    {
        int columns = emission.Weights[weight].Tensor.Shape.Last;
        foreach (ColumnRun run in matrix.Panels(emission.Flavour))
        {
            int width = run.Tile.Columns;
            emission.Call(
                "PackedPanels.FillTransposed",
                emission.Weight(weight).From(run.Start * columns),
                columns,
                packed.From(matrix.Place + (matrix.Depth * run.Start)),
                width,
                run.Count,
                matrix.Depth * width,
                emission.Share(columns));
        }
    }
}
