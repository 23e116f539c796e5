using StaticNets.Generator.Plan.Attentions;

namespace StaticNets.Generator.Kernels.Attentions;

/// <summary>The attention of all heads. Training keeps the probabilities.</summary>
internal sealed class AttentionKernel(AttentionPlan plan) : Kernel
{
    public override void EmitForward(KernelEmission emission) => AttentionForward.Emit(emission, plan.Shape, plan.Probabilities);

    public override void EmitBackward(KernelEmission emission) => AttentionBackward.Emit(emission, plan.Shape, plan.Probabilities!);
}
