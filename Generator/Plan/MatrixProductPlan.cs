using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Plan.Tiles;

namespace StaticNets.Generator.Plan;

/// <summary>How a matrix product is run.</summary>
internal static class MatrixProductPlan
{
    /// <summary>The kernel as the operand's gradient reads it.</summary>
    public static NamedBuffer Transposed(MatrixProduct operation) => new("Transposed", operation.Kernel.Shape.Size);

    public static OperationPlan Of(MatrixProduct operation, OperationUse use) => new(operation, use)
    {
        Derived = use.NeedsGradient() ? [Transposed(operation)] : [],
        Scratch = use.Trains ? KernelGradientTiling.ScratchSize(operation.Inputs, operation.Units) : 0,
        TakesManySamples = operation.Rows == 1,
    };
}
