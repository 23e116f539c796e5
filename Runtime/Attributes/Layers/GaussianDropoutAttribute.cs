namespace StaticNets;

/// <summary>
/// While training, multiplies each value by a normal number of mean 1 and variance <c>rate / (1 - rate)</c>, the variance of
/// <see cref="DropoutAttribute"/>'s factors. Absent from inference.
/// </summary>
/// <param name="rate">The rate of a dropout of the same variance, from 0 to below 1.</param>
public sealed class GaussianDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The rate of a dropout of the same variance, from 0 to below 1.</summary>
    public double Rate { get; } = rate;
}
