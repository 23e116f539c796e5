namespace StaticNets;

/// <summary>An image made larger by whole factors: (H, W, C) becomes (H * vertical, W * horizontal, C).</summary>
public sealed class UpSampling2DAttribute : LayerAttribute
{
    /// <summary>Creates the attribute for one factor.</summary>
    /// <param name="size">The factor of both axes.</param>
    public UpSampling2DAttribute(int size = 2) : this([size, size])
    {
    }

    /// <summary>Creates the attribute for two factors.</summary>
    /// <param name="size">The factors of height and width.</param>
    public UpSampling2DAttribute(int[] size) => Size = size;

    /// <summary>The factors of height and width. Default 2.</summary>
    public int[] Size { get; }

    /// <summary>How values between pixels come about. Default <see cref="Interpolation.Nearest"/>.</summary>
    public Interpolation Interpolation { get; set; }
}
