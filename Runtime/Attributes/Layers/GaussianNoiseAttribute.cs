namespace StaticNets;

/// <summary>While training, adds normal noise of mean 0 to each value. Absent from inference.</summary>
/// <param name="stddev">The noise's standard deviation, from 0 to 1.</param>
public sealed class GaussianNoiseAttribute(double stddev) : LayerAttribute
{
    /// <summary>The noise's standard deviation, from 0 to 1.</summary>
    public double Stddev { get; } = stddev;
}
