namespace StaticNets;

/// <summary>
/// A depthwise convolution and then a convolution of single pixels that mixes the channels: (H, W, C) becomes (OH, OW, filters). Neither
/// bias nor activation stands between the two. The kernels have the shapes (kernel height, kernel width, C, DepthMultiplier) and
/// (1, 1, C * DepthMultiplier, filters), as in Keras.
/// </summary>
public sealed class SeparableConv2DAttribute : DepthwiseLayerAttribute
{
    /// <summary>Creates the attribute for a square kernel.</summary>
    /// <param name="filters">The number of output channels.</param>
    /// <param name="kernelSize">The depthwise kernel's height and width.</param>
    public SeparableConv2DAttribute(int filters, int kernelSize) : this(filters, [kernelSize, kernelSize])
    {
    }

    /// <summary>Creates the attribute for a kernel of any height and width.</summary>
    /// <param name="filters">The number of output channels.</param>
    /// <param name="kernelSize">The depthwise kernel's height and width.</param>
    public SeparableConv2DAttribute(int filters, int[] kernelSize) : base(kernelSize) => Filters = filters;

    /// <summary>The number of output channels.</summary>
    public int Filters { get; }

    /// <summary>How the pointwise kernel starts. Default <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer PointwiseInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>The pointwise kernel's value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double PointwiseConstant { get; set; }

    /// <summary>The scale that the pointwise kernel's initializer names, above 0. Default: the initializer's own.</summary>
    public double PointwiseScale { get; set; }

    /// <summary>
    /// The fan of the pointwise kernel under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.
    /// </summary>
    public FanMode PointwiseFanMode { get; set; }

    /// <summary>
    /// The distribution of the pointwise kernel under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution PointwiseDistribution { get; set; }

    /// <summary>The factor of the pointwise kernel's penalty <c>PointwiseL1 * sum |w|</c>. Default 0.</summary>
    public double PointwiseL1 { get; set; }

    /// <summary>The factor of the pointwise kernel's penalty <c>PointwiseL2 * sum w^2</c>, without a half. Default 0.</summary>
    public double PointwiseL2 { get; set; }

    /// <summary>What the pointwise kernel is brought back to after every update. Default <see cref="Constraint.None"/>.</summary>
    public Constraint PointwiseConstraint { get; set; }

    /// <summary>
    /// The largest norm of a unit. Default 2 under <see cref="Constraint.MaxNorm"/>, 1 under <see cref="Constraint.MinMaxNorm"/>.
    /// </summary>
    public double PointwiseMaxNorm { get; set; }

    /// <summary>The least norm of a unit under <see cref="Constraint.MinMaxNorm"/>. Default 0.</summary>
    public double PointwiseMinNorm { get; set; }

    /// <summary>
    /// The share of the way to the norm's range that one update goes under <see cref="Constraint.MinMaxNorm"/>. Default 1.
    /// </summary>
    public double PointwiseNormRate { get; set; } = 1;
}
