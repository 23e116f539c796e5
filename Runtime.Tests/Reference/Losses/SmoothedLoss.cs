using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary>A loss whose targets are moved towards <paramref name="share"/> of the smoothing: 1 / classes, or a half of two sides.</summary>
internal sealed class SmoothedLoss(ReferenceLoss loss, double smoothing, Func<int, double> share) : ReferenceLoss
{
    public override bool FromLogits => loss.FromLogits;

    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t) => loss.Value(y, Smoothed(t));

    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy) => loss.Derive(y, Smoothed(t), dy);

    private double[] Smoothed(ReadOnlySpan<double> t)
    {
        int classes = t.Length;
        return Array.ConvertAll(t.ToArray(), value => (value * (1 - smoothing)) + (smoothing * share(classes)));
    }
}
