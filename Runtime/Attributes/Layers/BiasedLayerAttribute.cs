namespace StaticNets;

/// <summary>A layer with weights that adds a bias and activates its output, as the properties say.</summary>
public abstract class BiasedLayerAttribute : LayerAttribute
{
    /// <summary>
    /// The activation applied to the layer's output. Default <see cref="Activation.Linear"/>; of recurrent layers
    /// <see cref="Activation.Tanh"/>.
    /// </summary>
    public Activation Activation { get; set; }

    /// <summary>
    /// The name of a method to activate the output with instead: <c>static float Squash(float x) =&gt; x / (1 + MathF.Abs(x));</c>. It is
    /// looked up in the class that the attribute stands on and in those around it; <c>nameof(Curves.Squash)</c> names one of another class.
    /// Its derivative is derived, or is the method <c>SquashDerivative</c> beside it.
    /// </summary>
    public string? ActivationMethod { get; set; }

    /// <summary>Whether a bias is added. Default true.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>How the bias starts. Default <see cref="Initializer.Zeros"/>.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;

    /// <summary>The bias' value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double BiasConstant { get; set; }

    /// <summary>The scale that the bias' initializer names, above 0. Default: the initializer's own.</summary>
    public double BiasScale { get; set; }

    /// <summary>The fan of the bias under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.</summary>
    public FanMode BiasFanMode { get; set; }

    /// <summary>
    /// The distribution of the bias under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution BiasDistribution { get; set; }

    /// <summary>The factor of the bias' penalty <c>BiasL1 * sum |b|</c>. Default 0.</summary>
    public double BiasL1 { get; set; }

    /// <summary>The factor of the bias' penalty <c>BiasL2 * sum b^2</c>. Default 0.</summary>
    public double BiasL2 { get; set; }

    /// <summary>What the bias is brought back to after every update. Default <see cref="Constraint.None"/>.</summary>
    public Constraint BiasConstraint { get; set; }

    /// <summary>
    /// The largest norm of a unit. Default 2 under <see cref="Constraint.MaxNorm"/>, 1 under <see cref="Constraint.MinMaxNorm"/>.
    /// </summary>
    public double BiasMaxNorm { get; set; }

    /// <summary>The least norm of a unit under <see cref="Constraint.MinMaxNorm"/>. Default 0.</summary>
    public double BiasMinNorm { get; set; }

    /// <summary>
    /// The share of the way to the norm's range that one update goes under <see cref="Constraint.MinMaxNorm"/>. Default 1.
    /// </summary>
    public double BiasNormRate { get; set; } = 1;
}
