using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Convolutions.Direct;
using StaticNets.Generator.Kernels.Convolutions.Winograd;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels.Convolutions;

/// <summary>A convolution: each pass directly or by Winograd's algorithm, as the plan says.</summary>
internal sealed class ConvolutionKernel(ConvolutionPlan plan)
    : WeightedKernel(plan.Convolution, plan.Shape.Output[0] * plan.Shape.Output[1])
{
    private readonly ConvolutionShape _shape = plan.Shape;

    public override void EmitForward(KernelEmission emission)
    {
        NamedBuffer? winners = plan.Winners;
        if (plan.Algorithms.Forward is int tile)
        {
            new WinogradForward(emission, new WinogradShape(_shape, tile)).Emit(winners);
        }
        else
        {
            new DirectPasses(emission, _shape).EmitForward(winners);
        }
    }

    public override void EmitDerivedWeights(KernelEmission emission)
    {
        if (plan.Algorithms.Forward is int forwardTile)
        {
            new WinogradForward(emission, new WinogradShape(_shape, forwardTile)).EmitKernel();
        }

        if (!emission.NeedsInputGradient())
        {
            return;
        }

        if (plan.Algorithms.BackwardData is int dataTile)
        {
            new WinogradBackwardData(emission, new WinogradShape(_shape, dataTile)).EmitKernel();
        }
        else
        {
            new DirectPasses(emission, _shape).EmitDerivedWeights();
        }
    }

    protected override void EmitResultGradient(KernelEmission emission)
    {
        base.EmitResultGradient(emission);
        if (plan.StoresConvolvedGradient)
        {
            new DirectPasses(emission, _shape).EmitBackwardPooling(plan.Winners!);
        }
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        if (plan.Algorithms.BackwardData is int tile)
        {
            new WinogradBackwardData(emission, new WinogradShape(_shape, tile)).Emit(plan.Winners, accumulates);
        }
        else
        {
            new DirectPasses(emission, _shape).EmitBackwardData(accumulates);
        }
    }

    protected override void EmitKernelGradient(KernelEmission emission, Penalty penalty)
    {
        if (plan.Algorithms.BackwardWeights is int tile)
        {
            new WinogradBackwardWeights(emission, new WinogradShape(_shape, tile), penalty).Emit(plan.Winners!);
        }
        else
        {
            new DirectPasses(emission, _shape).EmitBackwardWeights(penalty, plan.StoresConvolvedGradient ? null : plan.Winners);
        }
    }
}
