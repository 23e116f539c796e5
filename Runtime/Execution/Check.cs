using System;

namespace StaticNets.Execution;

/// <summary>The checks of every public entry. Emitted code reads through unchecked references, so nothing gets past these unseen.</summary>
internal static class Check
{
    public static void Length(int actual, long expected, string argument, string meaning)
    {
        if (actual != expected)
        {
            throw new ArgumentException($"{argument} must hold {expected} values ({meaning}), but holds {actual}.", argument);
        }
    }

    /// <summary>The number of samples of a prediction.</summary>
    public static int Samples(int inputs, int outputs, NetInfo info)
    {
        if (inputs == 0 || inputs % info.InputSize != 0)
        {
            throw new ArgumentException(
                $"inputs must hold one or more samples of {info.InputSize} floats for {info.Name}, but holds {inputs} floats.", nameof(inputs));
        }

        int count = inputs / info.InputSize;
        Length(outputs, (long)count * info.OutputSize, nameof(outputs), $"{info.OutputSize} for each of the {count} samples");
        return count;
    }

    /// <summary>That a batch fits the net: its lengths, the largest count, and the range of the labels.</summary>
    public static void Batch(Batch batch, NetInfo info, int maxCount)
    {
        if (batch.Count < 1 || batch.Count > maxCount)
        {
            throw new ArgumentException(
                maxCount == int.MaxValue
                    ? $"The batch must hold at least 1 sample, but holds {batch.Count}."
                    : $"The batch must hold 1 to {maxCount} samples (MaxBatchSize), but holds {batch.Count}.", nameof(batch));
        }

        Length(batch.Inputs.Length, (long)batch.Count * info.InputSize, "inputs", $"{info.InputSize} for each of the {batch.Count} samples");
        if (!batch.SampleWeights.IsEmpty)
        {
            Length(batch.SampleWeights.Length, batch.Count, "sampleWeights", "one for each sample");
        }

        bool sparse = info.Loss == Loss.SparseCategoricalCrossentropy;
        Length(batch.Labels.Length, sparse ? (long)batch.Count * (info.OutputSize / info.Classes) : 0, "labels", sparse ? "one for each row of outputs" : $"none with {info.Loss}");
        Length(batch.Targets.Length, sparse ? 0 : (long)batch.Count * info.OutputSize, "targets", sparse ? $"none with {info.Loss}" : $"{info.OutputSize} for each of the {batch.Count} samples");
        if (sparse)
        {
            Labels(batch.Labels, info.Classes);
        }
    }

    private static void Labels(ReadOnlySpan<int> labels, int classes)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
            {
                throw new ArgumentException($"labels[{i}] is {labels[i]}; the net has the classes 0 to {classes - 1}.", "labels");
            }
        }
    }
}
