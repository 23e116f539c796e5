namespace StaticNets;

/// <summary>
/// Attention with several heads (Vaswani et al., 2017): <c>softmax(q k^T / sqrt(keyDim)) v</c> for each head, where q, k and v are
/// projections of a query (T, Dq), a key (S, Dk) and a value (S, Dv); a last projection makes (T, OutputShape) of all heads' results.
/// </summary>
/// <param name="numHeads">The number of heads.</param>
/// <param name="keyDim">The length of each head's queries and keys.</param>
/// <param name="inputs">
/// The names of query, value and key, in Keras' order. None: the layer above is all three, which is self-attention. One name means the
/// layer above as the query and that one. Without a third name the value is the key too.
/// </param>
public sealed class MultiHeadAttentionAttribute(int numHeads, int keyDim, params string[] inputs) : MergeAttribute(inputs)
{
    /// <summary>The number of heads.</summary>
    public int NumHeads { get; } = numHeads;

    /// <summary>The length of each head's queries and keys.</summary>
    public int KeyDim { get; } = keyDim;

    /// <summary>The length of each head's values. Default: that of its keys.</summary>
    public int ValueDim { get; set; }

    /// <summary>
    /// The share of the attention weights that training drops, 0 to 1; the others are divided by what is left. Default 0.
    /// </summary>
    public double Dropout { get; set; }

    /// <summary>Whether the projections have biases. Default true.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>The size of the output's last axis. Default: that of the query's.</summary>
    public int OutputShape { get; set; }

    /// <summary>Whether a step attends only to itself and those before it: the key's index is at most the query's. Default false.</summary>
    public bool UseCausalMask { get; set; }

    /// <summary>How the four kernels start. Default <see cref="Initializer.GlorotUniform"/>.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>How the biases start. Default <see cref="Initializer.Zeros"/>.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;

    /// <summary>The kernels' value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double KernelConstant { get; set; }

    /// <summary>The biases' value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double BiasConstant { get; set; }

    /// <summary>The scale that the kernels' initializer names, above 0. Default: the initializer's own.</summary>
    public double KernelScale { get; set; }

    /// <summary>The fan of the kernels under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.</summary>
    public FanMode KernelFanMode { get; set; }

    /// <summary>
    /// The distribution of the kernels under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution KernelDistribution { get; set; }

    /// <summary>The scale that the biases' initializer names, above 0. Default: the initializer's own.</summary>
    public double BiasScale { get; set; }

    /// <summary>The fan of the biases under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.</summary>
    public FanMode BiasFanMode { get; set; }

    /// <summary>
    /// The distribution of the biases under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution BiasDistribution { get; set; }

    /// <summary>The factor of the kernels' penalty <c>L1 * sum |w|</c>. Default 0.</summary>
    public double L1 { get; set; }

    /// <summary>The factor of the kernels' penalty <c>L2 * sum w^2</c>, without a half. Default 0.</summary>
    public double L2 { get; set; }

    /// <summary>The factor of the biases' penalty <c>BiasL1 * sum |b|</c>. Default 0.</summary>
    public double BiasL1 { get; set; }

    /// <summary>The factor of the biases' penalty <c>BiasL2 * sum b^2</c>. Default 0.</summary>
    public double BiasL2 { get; set; }
}
