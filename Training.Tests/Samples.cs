using System;

namespace StaticNets.Training.Tests;

/// <summary>Made-up data.</summary>
internal static class Samples
{
    /// <summary>Points around three centres, one for each class of <see cref="PointNet"/>.</summary>
    public static Dataset Points(int count, int seed = 1)
    {
        Random random = new(seed);
        float[] inputs = new float[count * PointNet.InputSize];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            labels[n] = random.Next(PointNet.OutputSize);
            for (int i = 0; i < PointNet.InputSize; i++)
            {
                inputs[(n * PointNet.InputSize) + i] = (i == labels[n] ? 1 : 0) + (0.8f * (random.NextSingle() - 0.5f));
            }
        }

        return new Dataset(inputs, labels);
    }

    /// <summary>Points with a target of 0 or 1.</summary>
    public static Dataset Halves(int count, int seed = 1)
    {
        Random random = new(seed);
        float[] inputs = Values(count * BinaryNet.InputSize, seed);
        float[] targets = new float[count];
        for (int n = 0; n < count; n++)
        {
            targets[n] = inputs[n * BinaryNet.InputSize] + (0.3f * random.NextSingle()) > 0 ? 1 : 0;
        }

        return new Dataset(inputs, targets, BinaryNet.InputSize);
    }

    /// <summary>Values from -1 to 1.</summary>
    public static float[] Values(int count, int seed)
    {
        Random random = new(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (2 * random.NextSingle()) - 1;
        }

        return values;
    }
}
