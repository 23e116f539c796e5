namespace StaticNets;

/// <summary>
/// <c>min(x, MaxValue)</c> where x is above the threshold, else <c>NegativeSlope (x - Threshold)</c>, as a layer of its own. It is fused
/// into the layer that feeds it where that is possible. The derivative at the threshold is the slope, at the maximum 0.
/// </summary>
public sealed class ReLUAttribute : LayerAttribute
{
    /// <summary>The largest value, above 0. Default: none.</summary>
    public double MaxValue { get; set; } = double.PositiveInfinity;

    /// <summary>The slope up to the threshold, at least 0. Default 0.</summary>
    public double NegativeSlope { get; set; }

    /// <summary>Above it values come through, at least 0. Default 0.</summary>
    public double Threshold { get; set; }
}
