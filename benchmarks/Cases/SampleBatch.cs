using System;

namespace StaticNets.Benchmarks.Cases;

/// <summary>Random samples to train on: how long a step takes does not depend on them.</summary>
/// <param name="Count">The number of samples.</param>
/// <param name="Inputs">Their inputs.</param>
/// <param name="Labels">Their classes; empty where the loss takes targets.</param>
/// <param name="Targets">The wished-for outputs; empty where the loss takes classes.</param>
internal sealed record SampleBatch(int Count, float[] Inputs, int[] Labels, float[] Targets)
{
    public static SampleBatch Random(NetInfo info, int count)
    {
        SampleBatch classified = Random(info.InputSize, info.Classes, count);
        return info.TargetSize == 0
            ? classified
            : classified with { Labels = [], Targets = Floats(new Random(2), count * info.TargetSize) };
    }

    public static SampleBatch Random(int inputSize, int classes, int count)
    {
        Random random = new(1);
        float[] inputs = Floats(random, count * inputSize);
        int[] labels = new int[count];
        foreach (ref int label in labels.AsSpan())
        {
            label = random.Next(classes);
        }

        return new SampleBatch(count, inputs, labels, Targets: []);
    }

    public Batch AsBatch() => new() { Count = Count, Inputs = Inputs, Labels = Labels, Targets = Targets };

    private static float[] Floats(Random random, int count)
    {
        float[] floats = new float[count];
        foreach (ref float one in floats.AsSpan())
        {
            one = random.NextSingle();
        }

        return floats;
    }
}
