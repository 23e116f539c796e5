namespace StaticNets;

/// <summary><c>x</c> where it is positive, else <c>Alpha (exp(x) - 1)</c>, as a layer of its own.</summary>
public sealed class ELUAttribute : LayerAttribute
{
    /// <summary>The value that the function nears far below 0, negated; at least 0. Default 1.</summary>
    public double Alpha { get; set; } = 1;
}
