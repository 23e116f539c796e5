using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Plan.Normalizations;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>Each channel normalized by the batch's statistics, or by the moving averages.</summary>
internal sealed class BatchNormalizationKernel(BatchNormalization operation) : Kernel
{
    private readonly BatchNormalizationShape _shape = BatchNormalizationPlan.ShapeOf(operation);

    public override void EmitForward(KernelEmission emission)
    {
        if (operation.UsesMovingStatistics)
        {
            new MovingNormalizationPasses(emission, _shape).EmitForward();
        }
        else
        {
            new BatchNormalizationPasses(emission, _shape).EmitForward();
        }
    }

    public override void EmitBackward(KernelEmission emission)
    {
        if (operation.UsesMovingStatistics)
        {
            new MovingNormalizationPasses(emission, _shape).EmitBackward();
        }
        else
        {
            new BatchNormalizationPasses(emission, _shape).EmitBackward();
        }
    }

    public override void EmitWeightGradients(KernelEmission emission) =>
        new BatchNormalizationPasses(emission, _shape).EmitWeightGradients();

    public override void EmitDerivedWeights(KernelEmission emission)
    {
        if (operation.UsesMovingStatistics)
        {
            new MovingNormalizationPasses(emission, _shape).EmitScale();
        }
    }

    public override void EmitStatistics(KernelEmission emission)
    {
        if (!operation.UsesMovingStatistics)
        {
            new BatchNormalizationPasses(emission, _shape).EmitStatistics(operation.Momentum);
        }
    }
}
