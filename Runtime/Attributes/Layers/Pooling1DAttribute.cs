namespace StaticNets;

/// <summary>A pooling along the steps of a (T, C) input.</summary>
/// <param name="poolSize">The window's number of steps.</param>
public abstract class Pooling1DAttribute(int poolSize) : LayerAttribute
{
    /// <summary>The window's number of steps.</summary>
    public int PoolSize { get; } = poolSize;

    /// <summary>The step of the window. Default: the window's size.</summary>
    public int Strides { get; set; }

    /// <summary>
    /// Whether the input is padded; padding never wins a maximum and never counts in an average. Default <see cref="Padding.Valid"/>.
    /// </summary>
    public Padding Padding { get; set; }
}
