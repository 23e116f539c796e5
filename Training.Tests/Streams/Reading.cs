using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Training.Tests.Streams;

/// <summary>Reads sources whole, and makes such as can be recognized.</summary>
internal static class Reading
{
    public const int InputSize = 3;

    /// <summary>Samples that hold their number in the first input, the label and the weight.</summary>
    public static Dataset Numbered(int count) => new Dataset(
        [.. Enumerable.Range(0, count * InputSize).Select(i => i % InputSize == 0 ? i / InputSize : 0.5f)],
        [.. Enumerable.Range(0, count)]).WithSampleWeights([.. Enumerable.Range(0, count).Select(n => (float)n)]);

    /// <summary>The first input of each sample, batch by batch.</summary>
    public static List<float[]> Batches(IBatchSource source, int batchSize, EpochOrder order)
    {
        using IBatchReader reader = source.CreateReader(batchSize);
        return Batches(reader, order, source.InputSize);
    }

    public static List<float[]> Batches(IBatchReader reader, EpochOrder order, int inputSize)
    {
        List<float[]> batches = [];
        reader.Reset(order);
        while (reader.Read(out Batch batch))
        {
            float[] inputs = batch.Inputs.ToArray();
            batches.Add([.. Enumerable.Range(0, batch.Count).Select(n => inputs[n * inputSize])]);
        }

        return batches;
    }

    /// <summary>Everything that a source gives, as numbers.</summary>
    public static float[] Everything(IBatchSource source, int batchSize, EpochOrder order)
    {
        List<float> all = [];
        using IBatchReader reader = source.CreateReader(batchSize);
        reader.Reset(order);
        while (reader.Read(out Batch batch))
        {
            all.Add(batch.Count);
            all.AddRange(batch.Inputs.ToArray());
            all.AddRange(batch.Labels.ToArray().Select(label => (float)label));
            all.AddRange(batch.Targets.ToArray());
            all.AddRange(batch.SampleWeights.ToArray());
        }

        return [.. all];
    }
}
