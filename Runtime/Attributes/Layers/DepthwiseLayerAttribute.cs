namespace StaticNets;

/// <summary>A layer with a depthwise kernel: one for each channel.</summary>
public abstract class DepthwiseLayerAttribute : BiasedLayerAttribute
{
    private protected DepthwiseLayerAttribute(int[] kernelSize) => KernelSize = kernelSize;

    /// <summary>The depthwise kernel's height and width.</summary>
    public int[] KernelSize { get; }

    /// <summary>The step of the window on both axes. Default 1.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>The steps of the window (vertical, horizontal), where they differ.</summary>
    public int[]? StridesPerAxis { get; set; }

    /// <summary>Whether the input is padded. Default <see cref="Padding.Valid"/>.</summary>
    public Padding Padding { get; set; }

    /// <summary>The distance of the kernel's taps on both axes. Default 1.</summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>The distances of the kernel's taps (vertical, horizontal), where they differ.</summary>
    public int[]? DilationRatePerAxis { get; set; }

    /// <summary>Channels that the depthwise kernel makes of each input channel. Default 1.</summary>
    public int DepthMultiplier { get; set; } = 1;

    /// <summary>How the depthwise kernel starts. Default <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer DepthwiseInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>The depthwise kernel's value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double DepthwiseConstant { get; set; }

    /// <summary>The scale that the depthwise kernel's initializer names, above 0. Default: the initializer's own.</summary>
    public double DepthwiseScale { get; set; }

    /// <summary>
    /// The fan of the depthwise kernel under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.
    /// </summary>
    public FanMode DepthwiseFanMode { get; set; }

    /// <summary>
    /// The distribution of the depthwise kernel under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution DepthwiseDistribution { get; set; }

    /// <summary>The factor of the depthwise kernel's penalty <c>DepthwiseL1 * sum |w|</c>. Default 0.</summary>
    public double DepthwiseL1 { get; set; }

    /// <summary>The factor of the depthwise kernel's penalty <c>DepthwiseL2 * sum w^2</c>, without a half. Default 0.</summary>
    public double DepthwiseL2 { get; set; }

    /// <summary>What the depthwise kernel is brought back to after every update. Default <see cref="Constraint.None"/>.</summary>
    public Constraint DepthwiseConstraint { get; set; }

    /// <summary>
    /// The largest norm of a unit. Default 2 under <see cref="Constraint.MaxNorm"/>, 1 under <see cref="Constraint.MinMaxNorm"/>.
    /// </summary>
    public double DepthwiseMaxNorm { get; set; }

    /// <summary>The least norm of a unit under <see cref="Constraint.MinMaxNorm"/>. Default 0.</summary>
    public double DepthwiseMinNorm { get; set; }

    /// <summary>
    /// The share of the way to the norm's range that one update goes under <see cref="Constraint.MinMaxNorm"/>. Default 1.
    /// </summary>
    public double DepthwiseNormRate { get; set; } = 1;
}
