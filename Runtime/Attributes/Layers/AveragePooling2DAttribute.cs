namespace StaticNets;

/// <summary>The mean of each window's values, not counting padding.</summary>
public sealed class AveragePooling2DAttribute : Pooling2DAttribute
{
    /// <summary>Creates the attribute for a square window.</summary>
    /// <param name="poolSize">The window's height and width.</param>
    public AveragePooling2DAttribute(int poolSize) : base(poolSize)
    {
    }

    /// <summary>Creates the attribute for a window of any height and width.</summary>
    /// <param name="poolSize">The window's height and width.</param>
    public AveragePooling2DAttribute(int[] poolSize) : base(poolSize)
    {
    }
}
