using StaticNets.Generator.Plan.Normalizations;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// The passes of a normalization by moving averages, whose scale is derived from the weights.
/// </summary>
internal sealed class MovingNormalizationPasses(KernelEmission emission, BatchNormalizationShape shape)
{
    private const string None = "ref Unsafe.NullRef<float>()";

    private string Whole => emission.Shape.WithBatch;

    private string Scale => emission.Derived(NormalizationBuffers.Scale(shape));

    private string Mean => emission.Weight(shape.MovingMean);

    private string Beta => shape.HasBeta ? emission.Weight(shape.Beta) : "";

    public void EmitForward()
    {
        string method = emission.Kernel(
            "Forward",
            $"y = {(shape.IsActivated ? shape.Activation.Name + " of " : "")}(x - mean) scale{(shape.HasBeta ? " + beta" : "")}: {Whole}.",
            ChannelScaling.MovingParameters(shape),
            new ChannelScaling(emission.Flavour, shape).WriteMoving);
        emission.Call(method, emission.X(), Mean, Scale, Beta, emission.Y, emission.Rows(shape.Rows));
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

    /// <summary>Emits what derives the scale, for some of the channels.</summary>
    /// <param name="range">The channels: two arguments.</param>
    public void EmitScale(string range) => emission.Call(
        "NormalizationWeights.Scale",
        shape.HasGamma ? emission.Weight(0) : None,
        emission.Weight(shape.MovingMean + 1),
        Literal.Float(shape.Epsilon),
        Scale,
        range);
}
