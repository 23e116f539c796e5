using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Plan.Normalizations;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>Each channel normalized by the batch's statistics.</summary>
internal sealed class BatchNormalizationKernel(BatchNormalization operation) : Kernel
{
    public override void EmitForward(KernelEmission emission) => Passes(emission).EmitForward();

    public override void EmitBackward(KernelEmission emission) => Passes(emission).EmitBackward();

    public override void EmitWeightGradients(KernelEmission emission) => Passes(emission).EmitWeightGradients();

    public override void EmitStatistics(KernelEmission emission) => Passes(emission).EmitStatistics(operation.Momentum);

    private BatchNormalizationPasses Passes(KernelEmission emission) => new(emission, BatchNormalizationPlan.ShapeOf(operation));
}
