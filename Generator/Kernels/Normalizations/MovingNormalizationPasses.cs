using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Plan.Normalizations;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// The passes of a normalization by moving averages, whose scale is derived from the weights.
/// </summary>
internal sealed class MovingNormalizationPasses(KernelEmission emission, BatchNormalizationShape shape)
{
    private KernelOperand Scale => emission.Derived(NormalizationBuffers.Scale(shape)).As("scale");

    public void EmitForward() => emission.Emit(
        "Forward",
        $"y = {(shape.IsActivated ? shape.Activation.Name + " of " : "")}(x - mean) scale{(shape.HasBeta ? " + beta" : "")}: "
            + $"{emission.Shape.WithBatch}.",
        [
            emission.X(),
            emission.Weight(shape.MovingMean).As("mean"),
            Scale,
            shape.HasBeta ? emission.Weight(shape.Beta) : null,
            emission.Y,
            emission.Rows(shape.Rows),
        ],
        new ChannelScaling(emission.Flavour, shape).WriteMoving);

    public void EmitBackward()
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        bool accumulates = emission.Accumulates();
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= {(shape.IsActivated ? "dz" : "dy")} scale: {emission.Shape.WithBatch}.",
            [shape.IsActivated ? emission.Y : null, emission.DY, Scale, emission.DX(), emission.Rows(shape.Rows)],
            writer => new ChannelScaling(emission.Flavour, shape).WriteMovingBackward(writer, accumulates));
    }

    /// <summary>Emits what derives the scale, for some of the channels.</summary>
    public void EmitScale() => emission.Call(
        "NormalizationWeights.Scale",
        shape.HasGamma ? emission.Weight(0) : KernelOperand.None,
        emission.Weight(shape.MovingMean + 1),
        shape.Epsilon,
        Scale,
        emission.Share(shape.Channels));
}
