namespace StaticNets;

/// <summary>A layer whose weight is a table of vectors.</summary>
public abstract class EmbeddingsAttribute : LayerAttribute
{
    /// <summary>The table's value under <see cref="Initializer.Constant"/>. Default 0.</summary>
    public double EmbeddingsConstant { get; set; }

    /// <summary>The scale that the table's initializer names, above 0. Default: the initializer's own.</summary>
    public double EmbeddingsScale { get; set; }

    /// <summary>The factor of the table's penalty <c>EmbeddingsL1 * sum |w|</c>. Default 0.</summary>
    public double EmbeddingsL1 { get; set; }

    /// <summary>The factor of the table's penalty <c>EmbeddingsL2 * sum w^2</c>, without a half. Default 0.</summary>
    public double EmbeddingsL2 { get; set; }
}
