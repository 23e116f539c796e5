namespace StaticNets.Generator.Kernels;

/// <summary>How the code of an operation's passes is written. It writes what the plan says and chooses nothing.</summary>
internal abstract class Kernel
{
    /// <summary>Emits the forward pass and the call to it.</summary>
    public abstract void EmitForward(KernelEmission emission);

    /// <summary>Emits the backward pass as far as it runs over samples: the operands' gradients.</summary>
    public virtual void EmitBackward(KernelEmission emission)
    {
        if (emission.NeedsInputGradient())
        {
            EmitBackwardData(emission, emission.Accumulates());
        }
    }

    /// <summary>Emits the gradient of the first operand, which is wanted.</summary>
    /// <param name="emission">Where to.</param>
    /// <param name="accumulates">Whether another reader has stored its share of it already, so that this one adds.</param>
    protected virtual void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
    }

    /// <summary>Emits the gradients of the weights, summed over the batch.</summary>
    public virtual void EmitWeightGradients(KernelEmission emission)
    {
    }

    /// <summary>Emits what an update does beside the optimizer: statistics of the batch that go into weights.</summary>
    public virtual void EmitStatistics(KernelEmission emission)
    {
    }

    /// <summary>Emits what fills the derived weights of the plan.</summary>
    public virtual void EmitDerivedWeights(KernelEmission emission)
    {
    }
}
