namespace StaticNets;

/// <summary>
/// While training, sets each value to 0 with probability <paramref name="rate"/> and divides the others by
/// <c>1 - rate</c>. Absent from inference.
/// </summary>
/// <param name="rate">The share of values to drop, from 0 to 1.</param>
public sealed class DropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The share of values to drop, from 0 to 1.</summary>
    public double Rate { get; } = rate;
}
