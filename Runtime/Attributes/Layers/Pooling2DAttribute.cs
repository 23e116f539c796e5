namespace StaticNets;

/// <summary>A two-dimensional pooling of an (H, W, C) input.</summary>
public abstract class Pooling2DAttribute : LayerAttribute
{
    /// <summary>Creates the attribute for a square window.</summary>
    /// <param name="poolSize">The window's height and width.</param>
    protected Pooling2DAttribute(int poolSize) : this([poolSize, poolSize])
    {
    }

    /// <summary>Creates the attribute for a window of any height and width.</summary>
    /// <param name="poolSize">The window's height and width.</param>
    protected Pooling2DAttribute(int[] poolSize) => PoolSize = poolSize;

    /// <summary>The window's height and width.</summary>
    public int[] PoolSize { get; }

    /// <summary>The step of the window on both axes. Default: the window's size.</summary>
    public int Strides { get; set; }

    /// <summary>The steps of the window (vertical, horizontal), where they differ.</summary>
    public int[]? StridesPerAxis { get; set; }

    /// <summary>
    /// Whether the input is padded; padding never wins a maximum and never counts in an average. Default <see cref="Padding.Valid"/>.
    /// </summary>
    public Padding Padding { get; set; }
}
