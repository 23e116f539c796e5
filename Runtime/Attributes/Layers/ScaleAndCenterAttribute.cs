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

    /// <summary>The scale that <c>gamma</c>'s initializer names, above 0. Default: the initializer's own.</summary>
    public double GammaScale { get; set; }

    /// <summary>The factor of the penalty <c>BetaL1 * sum |beta|</c>. Default 0.</summary>
    public double BetaL1 { get; set; }

    /// <summary>The factor of the penalty <c>BetaL2 * sum beta^2</c>. Default 0.</summary>
    public double BetaL2 { get; set; }

    /// <summary>The factor of the penalty <c>GammaL1 * sum |gamma|</c>. Default 0.</summary>
    public double GammaL1 { get; set; }

    /// <summary>The factor of the penalty <c>GammaL2 * sum gamma^2</c>. Default 0.</summary>
    public double GammaL2 { get; set; }
}
