namespace StaticNets;

/// <summary>A layer with a kernel and a bias, which can start, be penalized and be activated as the properties say.</summary>
public abstract class WeightedLayerAttribute : LayerAttribute
{
    /// <summary>The activation applied to the layer's output. Default <see cref="Activation.Linear"/>.</summary>
    public Activation Activation { get; set; }

    /// <summary>Whether a bias is added. Default true.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>How the kernel starts. Default <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>How the bias starts. Default <see cref="Initializer.Zeros"/>.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;

    /// <summary>The kernel's value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double KernelConstant { get; set; }

    /// <summary>The bias' value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double BiasConstant { get; set; }

    /// <summary>The scale that the kernel's initializer names, above 0. Default: the initializer's own.</summary>
    public double KernelScale { get; set; }

    /// <summary>The scale that the bias' initializer names, above 0. Default: the initializer's own.</summary>
    public double BiasScale { get; set; }

    /// <summary>The factor of the kernel's penalty <c>L1 * sum |w|</c>. Default 0.</summary>
    public double L1 { get; set; }

    /// <summary>The factor of the kernel's penalty <c>L2 * sum w^2</c>, without a half. Default 0.</summary>
    public double L2 { get; set; }

    /// <summary>The factor of the bias' penalty <c>BiasL1 * sum |b|</c>. Default 0.</summary>
    public double BiasL1 { get; set; }

    /// <summary>The factor of the bias' penalty <c>BiasL2 * sum b^2</c>. Default 0.</summary>
    public double BiasL2 { get; set; }
}
