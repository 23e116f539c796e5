using StaticNets.Generator.Emit.Text;
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
        string method = emission.Kernel(
            emission.Training ? "ForwardKeepingStatistics" : "Forward",
            $"{rows.ForwardFormula}: {emission.Shape.WithBatch}{(emission.Training ? ", and the statistics of each row" : "")}.",
            rows.ForwardParameters(emission.Training),
            writer => rows.WriteForward(writer, emission.Training));
        emission.Call(
            method,
            [
                emission.X(), .. operation.Weights.Select((_, i) => emission.Weight(i)), emission.Y,
                .. emission.Training ? Statistics(emission) : [], emission.Rows(operation.Rows),
            ]);
    }

    public override void EmitBackward(KernelEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        RowNormalizationPasses rows = Kernel(emission);
        bool accumulates = emission.Accumulates();
        string method = emission.Kernel(
            "BackwardData",
            $"{rows.BackwardFormula(accumulates)}: {emission.Shape.WithBatch}.",
            rows.BackwardParameters,
            writer => rows.WriteBackward(writer, accumulates));
        emission.Call(
            method,
            [
                emission.X(),
                emission.DY,
                operation.Scale is not null ? emission.Weight(0) : "",
                .. Statistics(emission),
                emission.DX(),
                emission.Rows(operation.Rows),
            ]);
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

    private string[] Statistics(KernelEmission emission) => [.. NormalizationPlans.Statistics(operation).Select(emission.Extra)];

    private RowNormalizationPasses Kernel(KernelEmission emission) => new(
        emission.Flavour,
        operation.Size,
        operation.Statistic,
        operation.Epsilon,
        operation.Scale is not null,
        operation.Center is not null);
}
