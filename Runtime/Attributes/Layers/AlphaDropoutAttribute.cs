namespace StaticNets;

/// <summary>
/// While training, sets each value with probability <paramref name="rate"/> to -1.758, the limit of
/// <see cref="Activation.Selu"/>, then scales and shifts all, so that values of mean 0 and variance 1 keep both:
/// <c>y = a x + b</c> with <c>a = 1 / sqrt((1 - rate) (1 + 1.758^2 rate))</c> and <c>b = 1.758 a rate</c> (Klambauer et al.,
/// 2017). For nets of SELU. Absent from inference.
/// </summary>
/// <param name="rate">The share of values to drop, from 0 to below 1.</param>
public sealed class AlphaDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The share of values to drop, from 0 to below 1.</summary>
    public double Rate { get; } = rate;
}
