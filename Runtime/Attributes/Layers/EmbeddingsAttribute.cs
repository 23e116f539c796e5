namespace StaticNets;

/// <summary>A layer whose weight is a table of vectors.</summary>
public abstract class EmbeddingsAttribute : LayerAttribute
{
    /// <summary>The table's value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double EmbeddingsConstant { get; set; }

    /// <summary>The scale that the table's initializer names, above 0. Default: the initializer's own.</summary>
    public double EmbeddingsScale { get; set; }

    /// <summary>The fan of the table under <see cref="Initializer.VarianceScaling"/>. Default <see cref="FanMode.FanIn"/>.</summary>
    public FanMode EmbeddingsFanMode { get; set; }

    /// <summary>
    /// The distribution of the table under <see cref="Initializer.VarianceScaling"/>. Default
    /// <see cref="VarianceDistribution.TruncatedNormal"/>.
    /// </summary>
    public VarianceDistribution EmbeddingsDistribution { get; set; }

    /// <summary>The factor of the table's penalty <c>EmbeddingsL1 * sum |w|</c>. Default 0.</summary>
    public double EmbeddingsL1 { get; set; }

    /// <summary>The factor of the table's penalty <c>EmbeddingsL2 * sum w^2</c>, without a half. Default 0.</summary>
    public double EmbeddingsL2 { get; set; }

    /// <summary>
    /// The factor of the penalty on the table's rows, or columns, that are not at right angles: the mean <c>|cos|</c> of the angles
    /// between every two of them, times this. For matrices of at least two only. Default 0.
    /// </summary>
    public double EmbeddingsOrthogonal { get; set; }

    /// <summary>What should be at right angles. Default <see cref="OrthogonalMode.Rows"/>.</summary>
    public OrthogonalMode EmbeddingsOrthogonalMode { get; set; }
}
