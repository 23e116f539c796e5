using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Normalizations;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>The last axes of each sample normalized, row by row. The statistics of the rows are kept for the backward pass.</summary>
internal sealed class RowNormalizationKernel(RowNormalization operation) : Kernel
{
    public override void EmitForward(KernelEmission emission)
    {
        RowNormalizationPasses rows = Kernel(emission);
        emission.Emit(
            emission.Training ? "ForwardKeepingStatistics" : "Forward",
            $"{rows.ForwardFormula}: {emission.Shape.WithBatch}{(emission.Training ? ", and the statistics of each row" : "")}.",
            [
                emission.X(),
                Gamma(emission),
                operation.Center is not null ? emission.Weight(operation.Weights.Count - 1) : null,
                emission.Y,
                .. emission.Training ? Statistics(emission) : [],
                emission.Rows(operation.Rows),
            ],
            writer => rows.WriteForward(writer, emission.Training));
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        RowNormalizationPasses rows = Kernel(emission);
        emission.Emit(
            "BackwardData",
            $"{rows.BackwardFormula(accumulates)}: {emission.Shape.WithBatch}.",
            [
                emission.X(),
                emission.DY,
                Gamma(emission),
                .. Statistics(emission),
                emission.DX(),
                emission.Rows(operation.Rows),
            ],
            writer => rows.WriteBackward(writer, accumulates));
    }

    public override void EmitWeightGradients(KernelEmission emission)
    {
        if (operation.Scale is not null)
        {
            ScaleGradient.EmitRows(emission, 0, Statistics(emission), operation.Rows);
        }

        if (operation.Center is not null)
        {
            BiasGradient.Emit(emission, operation.Weights.Count - 1, emission.DY, operation.Rows);
        }
    }

    private KernelOperand? Gamma(KernelEmission emission) => operation.Scale is not null ? emission.Weight(0).As("gamma") : null;

    private KernelOperand[] Statistics(KernelEmission emission) =>
        ScaleGradient.Statistics(emission, NormalizationPlans.Statistics(operation));

    private RowNormalizationPasses Kernel(KernelEmission emission) => new(
        emission.Flavour,
        operation.Size,
        operation.Statistic,
        operation.Epsilon,
        operation.Scale is not null,
        operation.Center is not null);
}
