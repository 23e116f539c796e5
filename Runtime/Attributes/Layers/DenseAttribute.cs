namespace StaticNets;

/// <summary><c>y = activation(x w + b)</c> over the last axis. Shape (..., D) becomes (..., units).</summary>
/// <param name="units">The size of the output's last axis.</param>
public sealed class DenseAttribute(int units) : WeightedLayerAttribute
{
    /// <summary>The size of the output's last axis.</summary>
    public int Units { get; } = units;
}
