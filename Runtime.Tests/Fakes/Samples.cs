using System;

namespace StaticNets.Tests;

/// <summary>Made-up data for <see cref="LinearNet"/>.</summary>
internal static class Samples
{
    /// <summary>Points around three centres, one for each class.</summary>
    public static Dataset Clusters(int count, int seed = 1)
    {
        Random random = new(seed);
        float[] inputs = new float[count * LinearNet.InputSize];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            labels[n] = random.Next(LinearNet.OutputSize);
            for (int i = 0; i < LinearNet.InputSize; i++)
            {
                inputs[(n * LinearNet.InputSize) + i] = (i == labels[n] ? 1 : 0) + (0.3f * (random.NextSingle() - 0.5f));
            }
        }

        return new Dataset(inputs, labels);
    }

    /// <summary>Samples whose first input is their number.</summary>
    public static Dataset Numbered(int count)
    {
        float[] inputs = new float[count * LinearNet.InputSize];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            inputs[n * LinearNet.InputSize] = n;
            labels[n] = n % LinearNet.OutputSize;
        }

        return new Dataset(inputs, labels);
    }
}
