namespace StaticNets;

/// <summary>The largest value of each window. Where several are equal, the gradient goes to the first in row order.</summary>
public sealed class MaxPooling2DAttribute : Pooling2DAttribute
{
    /// <summary>Creates the attribute for a square window.</summary>
    /// <param name="poolSize">The window's height and width.</param>
    public MaxPooling2DAttribute(int poolSize = 2) : base(poolSize)
    {
    }

    /// <summary>Creates the attribute for a window of any height and width.</summary>
    /// <param name="poolSize">The window's height and width.</param>
    public MaxPooling2DAttribute(int[] poolSize) : base(poolSize)
    {
    }
}
