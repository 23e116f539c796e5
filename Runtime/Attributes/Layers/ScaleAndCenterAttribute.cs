namespace StaticNets;

/// <summary>A normalization whose results are scaled by <c>gamma</c> and shifted by <c>beta</c>, two weights that are learned.</summary>
public abstract class ScaleAndCenterAttribute : LayerAttribute
{
    /// <summary>What is added to the variance, so that a constant input is not divided by 0. Positive. Default 1e-3.</summary>
    public double Epsilon { get; set; } = 1e-3;

    /// <summary>Whether <c>beta</c> is added. Default true.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether results are multiplied by <c>gamma</c>. Default true.</summary>
    public bool Scale { get; set; } = true;

    /// <summary>How <c>beta</c> starts. Default <see cref="Initializer.Zeros"/>.</summary>
    public Initializer BetaInitializer { get; set; } = Initializer.Zeros;

    /// <summary>How <c>gamma</c> starts. Default <see cref="Initializer.Ones"/>.</summary>
    public Initializer GammaInitializer { get; set; } = Initializer.Ones;

    /// <summary>The value of <c>beta</c> under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double BetaConstant { get; set; }

    /// <summary>The value of <c>gamma</c> under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double GammaConstant { get; set; }

    /// <summary>The scale that <c>beta</c>'s initializer names, above 0. Default: the initializer's own.</summary>
    public double BetaScale { get; set; }

    /// <summary>The fan of <c>beta</c> under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.</summary>
    public FanMode BetaFanMode { get; set; }

    /// <summary>
    /// The distribution of <c>beta</c> under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution BetaDistribution { get; set; }

    /// <summary>The scale that <c>gamma</c>'s initializer names, above 0. Default: the initializer's own.</summary>
    public double GammaScale { get; set; }

    /// <summary>The fan of <c>gamma</c> under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.</summary>
    public FanMode GammaFanMode { get; set; }

    /// <summary>
    /// The distribution of <c>gamma</c> under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution GammaDistribution { get; set; }

    /// <summary>The factor of the penalty <c>BetaL1 * sum |beta|</c>. Default 0.</summary>
    public double BetaL1 { get; set; }

    /// <summary>The factor of the penalty <c>BetaL2 * sum beta^2</c>. Default 0.</summary>
    public double BetaL2 { get; set; }

    /// <summary>What <c>beta</c> is brought back to after every update. Default <see cref="Constraint.None"/>.</summary>
    public Constraint BetaConstraint { get; set; }

    /// <summary>
    /// The largest norm of a unit. Default 2 under <see cref="Constraint.MaxNorm"/>, 1 under <see cref="Constraint.MinMaxNorm"/>.
    /// </summary>
    public double BetaMaxNorm { get; set; }

    /// <summary>The least norm of a unit under <see cref="Constraint.MinMaxNorm"/>. Default 0.</summary>
    public double BetaMinNorm { get; set; }

    /// <summary>
    /// The share of the way to the norm's range that one update goes under <see cref="Constraint.MinMaxNorm"/>. Default 1.
    /// </summary>
    public double BetaNormRate { get; set; } = 1;

    /// <summary>The factor of the penalty <c>GammaL1 * sum |gamma|</c>. Default 0.</summary>
    public double GammaL1 { get; set; }

    /// <summary>The factor of the penalty <c>GammaL2 * sum gamma^2</c>. Default 0.</summary>
    public double GammaL2 { get; set; }

    /// <summary>What <c>gamma</c> is brought back to after every update. Default <see cref="Constraint.None"/>.</summary>
    public Constraint GammaConstraint { get; set; }

    /// <summary>
    /// The largest norm of a unit. Default 2 under <see cref="Constraint.MaxNorm"/>, 1 under <see cref="Constraint.MinMaxNorm"/>.
    /// </summary>
    public double GammaMaxNorm { get; set; }

    /// <summary>The least norm of a unit under <see cref="Constraint.MinMaxNorm"/>. Default 0.</summary>
    public double GammaMinNorm { get; set; }

    /// <summary>
    /// The share of the way to the norm's range that one update goes under <see cref="Constraint.MinMaxNorm"/>. Default 1.
    /// </summary>
    public double GammaNormRate { get; set; } = 1;
}
