using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels.Products;

/// <summary><c>y = activation(x w + b)</c> over the last axis.</summary>
internal sealed class MatrixProductKernel(MatrixProduct operation) : WeightedKernel(operation, operation.Rows)
{
    private static readonly TileNames s_forward = new("y", "x", "w");
    private static readonly TileNames s_backwardData = new("dx", "dy", "wt");

    private readonly int _inputs = operation.Inputs;
    private readonly int _rows = operation.Rows;
    private readonly int _units = operation.Units;

    public override void EmitForward(KernelEmission emission)
    {
        var product = new ProductTiles
        {
            Flavour = emission.Flavour,
            UnrollBudget = emission.UnrollBudget,
            Depth = _inputs,
            Columns = _units,
            Names = s_forward,
            Bias = operation.AddsBias ? "b" : null,
            Finish = operation.Activation.Forward,
        };
        emission.Emit(
            "Forward",
            $"y = {(operation.IsActivated ? operation.Activation.Name + " of " : "")}x w{(operation.AddsBias ? " + b" : "")}: "
                + $"{emission.InputShape().WithBatch} x {operation.Kernel.Shape} -> {emission.Shape.WithBatch}.",
            [emission.X(), emission.Weight(0), operation.AddsBias ? emission.Weight(1) : null, emission.Y, emission.Rows(_rows)],
            product.Write);
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        var product = new ProductTiles
        {
            Flavour = emission.Flavour,
            UnrollBudget = emission.UnrollBudget,
            Depth = _units,
            Columns = _inputs,
            Names = s_backwardData,
            Accumulates = accumulates,
        };
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy w^T: {emission.Shape.WithBatch} -> {emission.InputShape().WithBatch}.",
            [emission.DY, emission.Derived(MatrixProductPlan.Transposed(operation)).As("wt"), emission.DX(), emission.Rows(_rows)],
            product.Write);
    }

    public override void EmitDerivedWeights(KernelEmission emission)
    {
        if (emission.NeedsInputGradient())
        {
            emission.Call(
                "Transpose.Columns",
                emission.Weight(0),
                emission.Derived(MatrixProductPlan.Transposed(operation)),
                _inputs,
                _units,
                emission.Share(_units));
        }
    }

    protected override void EmitKernelGradient(KernelEmission emission, Penalty penalty) =>
        new KernelGradient { Weight = 0, Inputs = _inputs, GradientPitch = _units, Rows = RowPairs.All(_rows) }
            .Emit(emission, "BackwardWeights", emission.X(), emission.DY);
}
