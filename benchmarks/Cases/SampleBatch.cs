using System;

namespace StaticNets.Benchmarks.Cases;

/// <summary>Random samples to train on: how long a step takes does not depend on them.</summary>
internal sealed record SampleBatch(float[] Inputs, int[] Labels)
{
    public static SampleBatch Random(NetInfo info, int count) => Random(info.InputSize, info.Classes, count);

    public static SampleBatch Random(int inputSize, int classes, int count)
    {
        Random random = new(1);
        float[] inputs = new float[count * inputSize];
        foreach (ref float input in inputs.AsSpan())
        {
            input = random.NextSingle();
        }

        int[] labels = new int[count];
        foreach (ref int label in labels.AsSpan())
        {
            label = random.Next(classes);
        }

        return new SampleBatch(inputs, labels);
    }

    public Batch AsBatch() => new() { Count = Labels.Length, Inputs = Inputs, Labels = Labels };
}
