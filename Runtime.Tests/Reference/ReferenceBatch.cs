using System;

namespace StaticNets.Tests.Reference;

/// <summary>Samples with their labels or targets, in double.</summary>
internal sealed record ReferenceBatch(int Count, double[] Inputs)
{
    public int[] Labels { get; init; } = [];

    public double[] Targets { get; init; } = [];

    /// <summary>One weight for each sample, or nothing for 1 each.</summary>
    public double[] SampleWeights { get; init; } = [];

    public double Weight(int sample) => SampleWeights.Length == 0 ? 1 : SampleWeights[sample];

    public static double[] Widen(ReadOnlySpan<float> values)
    {
        double[] wide = new double[values.Length];
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = values[i];
        }

        return wide;
    }
}
