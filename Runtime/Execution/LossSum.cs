using System;

namespace StaticNets.Execution;

/// <summary>Sums the losses of samples in sample order, so that neither threads nor blocks change the result.</summary>
internal static class LossSum
{
    /// <summary>Adds the losses of the samples from <paramref name="first"/> on, each times its weight where there are weights.</summary>
    public static double Add(double sum, ReadOnlySpan<float> losses, ReadOnlySpan<float> sampleWeights, int first)
    {
        for (int i = 0; i < losses.Length; i++)
        {
            sum += sampleWeights.IsEmpty ? losses[i] : (double)losses[i] * sampleWeights[first + i];
        }

        return sum;
    }
}
