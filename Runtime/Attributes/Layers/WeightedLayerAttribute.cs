namespace StaticNets;

/// <summary>A layer with a kernel and a bias, which can start, be penalized and be activated as the properties say.</summary>
public abstract class WeightedLayerAttribute : BiasedLayerAttribute
{
    /// <summary>How the kernel starts. Default <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>The kernel's value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double KernelConstant { get; set; }

    /// <summary>The scale that the kernel's initializer names, above 0. Default: the initializer's own.</summary>
    public double KernelScale { get; set; }

    /// <summary>The fan of the kernel under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.</summary>
    public FanMode KernelFanMode { get; set; }

    /// <summary>
    /// The distribution of the kernel under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution KernelDistribution { get; set; }

    /// <summary>The factor of the kernel's penalty <c>L1 * sum |w|</c>. Default 0.</summary>
    public double L1 { get; set; }

    /// <summary>The factor of the kernel's penalty <c>L2 * sum w^2</c>, without a half. Default 0.</summary>
    public double L2 { get; set; }

    /// <summary>
    /// The factor of the penalty on the kernel's rows, or columns, that are not at right angles: the mean <c>|cos|</c> of the angles
    /// between every two of them, times this. For matrices of at least two only. Default 0.
    /// </summary>
    public double Orthogonal { get; set; }

    /// <summary>What should be at right angles. Default <see cref="OrthogonalMode.Rows"/>.</summary>
    public OrthogonalMode OrthogonalMode { get; set; }

    /// <summary>What the kernel is brought back to after every update. Default <see cref="Constraint.None"/>.</summary>
    public Constraint KernelConstraint { get; set; }

    /// <summary>
    /// The largest norm of a unit. Default 2 under <see cref="Constraint.MaxNorm"/>, 1 under <see cref="Constraint.MinMaxNorm"/>.
    /// </summary>
    public double MaxNorm { get; set; }

    /// <summary>The least norm of a unit under <see cref="Constraint.MinMaxNorm"/>. Default 0.</summary>
    public double MinNorm { get; set; }

    /// <summary>
    /// The share of the way to the norm's range that one update goes under <see cref="Constraint.MinMaxNorm"/>. Default 1.
    /// </summary>
    public double NormRate { get; set; } = 1;
}
