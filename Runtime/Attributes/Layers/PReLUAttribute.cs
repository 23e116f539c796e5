namespace StaticNets;

/// <summary>
/// <c>x</c> where it is not negative, else <c>alpha x</c> with a trained alpha (He, Zhang, Ren and Sun, 2015). Alpha has the input's shape,
/// but size 1 along the shared axes: behind a convolution <c>SharedAxes = new[] { 1, 2 }</c> leaves one for each channel.
/// </summary>
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>
    /// The axes along which alpha is shared, counted from 1, the batch being axis 0: the first axes without a gap. Default: none.
    /// </summary>
    public int[] SharedAxes { get; set; } = [];

    /// <summary>How alpha starts. Default <see cref="Initializer.Zeros"/>.</summary>
    public Initializer AlphaInitializer { get; set; } = Initializer.Zeros;

    /// <summary>Alpha's value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double AlphaConstant { get; set; }

    /// <summary>The scale that alpha's initializer names, above 0. Default: the initializer's own.</summary>
    public double AlphaScale { get; set; }

    /// <summary>The fan of alpha under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.</summary>
    public FanMode AlphaFanMode { get; set; }

    /// <summary>
    /// The distribution of alpha under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution AlphaDistribution { get; set; }

    /// <summary>The factor of the penalty <c>AlphaL1 * sum |alpha|</c>. Default 0.</summary>
    public double AlphaL1 { get; set; }

    /// <summary>The factor of the penalty <c>AlphaL2 * sum alpha^2</c>. Default 0.</summary>
    public double AlphaL2 { get; set; }
}
