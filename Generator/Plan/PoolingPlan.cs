using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan.Tiles;

namespace StaticNets.Generator.Plan;

/// <summary>How a pooling is run.</summary>
internal static class PoolingPlan
{
    /// <summary>Whether so many windows meet in a position that their gradients are a long sum.</summary>
    public static bool HasLongSums(Pooling operation) =>
        WindowsAt(operation.Vertical) * WindowsAt(operation.Horizontal) > SumBlock.Terms;

    public static OperationPlan Of(Pooling operation, OperationUse use) => new(operation, use)
    {
        // What rounding takes from the gradients of a sample's positions.
        Scratch = use.Trains && HasLongSums(operation) ? operation.OfStep(operation.X).Size : 0,
    };

    /// <summary>The most windows that a position of an axis is in.</summary>
    private static long WindowsAt(WindowAxis axis) => Math.Min((axis.Window + axis.Stride - 1L) / axis.Stride, axis.Output);
}
