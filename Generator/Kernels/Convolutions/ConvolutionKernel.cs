using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Kernels.Convolutions.Direct;
using StaticNets.Generator.Kernels.Convolutions.Winograd;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Convolutions.Winograd;

namespace StaticNets.Generator.Kernels.Convolutions;

/// <summary>A convolution: each pass directly or by Winograd's algorithm, as the plan says.</summary>
internal sealed class ConvolutionKernel(ConvolutionPlan plan) : Kernel
{
    private readonly Convolution _operation = plan.Convolution;
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

    public override void EmitBackward(KernelEmission emission)
    {
        if (_operation.IsActivated)
        {
            ActivationBackward.EmitInPlace(emission, _operation.Activation);
        }

        var direct = new DirectPasses(emission, _shape);
        if (plan.StoresConvolvedGradient)
        {
            direct.EmitBackwardPooling(plan.Winners!);
        }

        if (!emission.NeedsInputGradient())
        {
            return;
        }

        if (plan.Algorithms.BackwardData is int tile)
        {
            new WinogradBackwardData(emission, new WinogradShape(_shape, tile)).Emit(plan.Winners, emission.Accumulates());
        }
        else
        {
            direct.EmitBackwardData(emission.Accumulates());
        }
    }

    public override void EmitWeightGradients(KernelEmission emission)
    {
        if (plan.Algorithms.BackwardWeights is int tile)
        {
            new WinogradBackwardWeights(emission, new WinogradShape(_shape, tile), _operation.Kernel.Tensor.Penalty).Emit(plan.Winners!);
        }
        else
        {
            new DirectPasses(emission, _shape).EmitBackwardWeights(
                _operation.Kernel.Tensor.Penalty, plan.StoresConvolvedGradient ? null : plan.Winners);
        }

        if (_operation.Bias is not null)
        {
            BiasGradient.Emit(emission, 1, emission.DY, _shape.Output[0] * _shape.Output[1]);
        }
    }
}
