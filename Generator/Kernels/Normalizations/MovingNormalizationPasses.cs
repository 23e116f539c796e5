using StaticNets.Generator.Common;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// The passes of a normalization by moving averages: a multiplication and an addition, whose factors are derived from the weights.
/// </summary>
internal sealed class MovingNormalizationPasses(KernelEmission emission, BatchNormalizationShape shape)
{
    private const string None = "ref Unsafe.NullRef<float>()";

    private string Whole => emission.Shape.WithBatch;

    private string Scale => emission.Derived(NormalizationBuffers.Scale(shape));

    private string Shift => emission.Derived(NormalizationBuffers.Shift(shape));

    public void EmitForward()
    {
        string method = emission.Kernel(
            "Forward",
            $"y = {(shape.IsActivated ? shape.Activation.Name + " of " : "")}x scale + shift: {Whole}.",
            ChannelScaling.MovingParameters,
            new ChannelScaling(emission.Flavour, shape).WriteMoving);
        emission.Call(method, emission.X(), Scale, Shift, emission.Y, emission.Rows(shape.Rows));
    }

    public void EmitBackward()
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        bool accumulates = emission.Accumulates();
        string parameters = $"{(shape.IsActivated ? "ref float y, " : "")}ref float dy, ref float scale, ref float dx, int m0, int m1";
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= {(shape.IsActivated ? "dz" : "dy")} scale: {Whole}.",
            parameters,
            writer => new ChannelScaling(emission.Flavour, shape).WriteMovingBackward(writer, accumulates));
        emission.Call(method, shape.IsActivated ? emission.Y : "", emission.DY, Scale, emission.DX(), emission.Rows(shape.Rows));
    }

    /// <summary>Emits what derives the factors, for some of the channels.</summary>
    /// <param name="range">The channels: two arguments.</param>
    public void EmitFactors(string range) => emission.Call(
        "NormalizationWeights.Factors",
        shape.HasGamma ? emission.Weight(0) : None,
        shape.HasBeta ? emission.Weight(shape.Beta) : None,
        emission.Weight(shape.MovingMean),
        emission.Weight(shape.MovingMean + 1),
        Literal.Float(shape.Epsilon),
        Scale,
        Shift,
        range);
}
