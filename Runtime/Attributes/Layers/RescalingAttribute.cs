namespace StaticNets;

/// <summary><c>y = x * scale + offset</c>: <c>[Rescaling(1.0 / 255)]</c> brings bytes to the range from 0 to 1.</summary>
/// <param name="scale">The factor.</param>
public sealed class RescalingAttribute(double scale) : LayerAttribute
{
    /// <summary>The factor.</summary>
    public double Scale { get; } = scale;

    /// <summary>What is added after scaling. Default 0.</summary>
    public double Offset { get; set; }
}
