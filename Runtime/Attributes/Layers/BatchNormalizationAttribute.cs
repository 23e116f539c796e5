namespace StaticNets;

/// <summary>
/// Normalizes each channel over the batch and all positions, Keras' <c>BatchNormalization</c>: in training
/// <c>y = gamma (x - mean) / sqrt(variance + epsilon) + beta</c> with the batch's own statistics (the variance divides by the count). Each
/// update also takes them into moving averages, with which the net predicts; behind a linear convolution or dense layer the prediction has
/// no trace of it: it is part of that one's weights. A frozen one uses its moving averages in training, too.
/// </summary>
public sealed class BatchNormalizationAttribute : LayerAttribute
{
    /// <summary>How much of the moving averages an update keeps, 0 to 1. Default 0.99.</summary>
    public double Momentum { get; set; } = 0.99;

    /// <summary>Added to the variance, so that its root is never 0. Default 0.001.</summary>
    public double Epsilon { get; set; } = 1e-3;

    /// <summary>Whether beta is added. Default true.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether gamma multiplies. Default true.</summary>
    public bool Scale { get; set; } = true;

    /// <summary>How gamma starts. Default <see cref="Initializer.Ones"/>.</summary>
    public Initializer GammaInitializer { get; set; } = Initializer.Ones;

    /// <summary>Gamma's value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double GammaConstant { get; set; }

    /// <summary>The scale that gamma's initializer names, above 0. Default: the initializer's own.</summary>
    public double GammaScale { get; set; }

    /// <summary>The fan of gamma under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.</summary>
    public FanMode GammaFanMode { get; set; }

    /// <summary>
    /// The distribution of gamma under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution GammaDistribution { get; set; }

    /// <summary>How beta starts. Default <see cref="Initializer.Zeros"/>.</summary>
    public Initializer BetaInitializer { get; set; } = Initializer.Zeros;

    /// <summary>Beta's value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double BetaConstant { get; set; }

    /// <summary>The scale that beta's initializer names, above 0. Default: the initializer's own.</summary>
    public double BetaScale { get; set; }

    /// <summary>The fan of beta under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.</summary>
    public FanMode BetaFanMode { get; set; }

    /// <summary>
    /// The distribution of beta under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution BetaDistribution { get; set; }

    /// <summary>The factor of gamma's penalty <c>GammaL1 * sum |gamma|</c>. Default 0.</summary>
    public double GammaL1 { get; set; }

    /// <summary>The factor of gamma's penalty <c>GammaL2 * sum gamma^2</c>. Default 0.</summary>
    public double GammaL2 { get; set; }

    /// <summary>The factor of beta's penalty <c>BetaL1 * sum |beta|</c>. Default 0.</summary>
    public double BetaL1 { get; set; }

    /// <summary>The factor of beta's penalty <c>BetaL2 * sum beta^2</c>. Default 0.</summary>
    public double BetaL2 { get; set; }
}
