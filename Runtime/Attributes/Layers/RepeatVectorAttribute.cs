namespace StaticNets;

/// <summary>One vector as every step of a sequence: (D) becomes (n, D).</summary>
/// <param name="n">The number of steps.</param>
public sealed class RepeatVectorAttribute(int n) : LayerAttribute
{
    /// <summary>The number of steps.</summary>
    public int N { get; } = n;
}
