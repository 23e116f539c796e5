using System;
using System.Globalization;

namespace StaticNets;

/// <summary>
/// The checks of every public entry. Emitted code reads through unchecked references, so nothing gets past these unseen. Messages are made
/// only when something is wrong.
/// </summary>
internal static class Check
{
    /// <param name="actual">The length.</param>
    /// <param name="expected">What it must be.</param>
    /// <param name="argument">The argument's name.</param>
    /// <param name="meaning">What the values are; a constant, so that nothing is allocated where all is well.</param>
    public static void Length(int actual, int expected, string argument, string meaning)
    {
        if (actual != expected)
        {
            throw WrongLength(argument, actual, expected, meaning);
        }
    }

    public static void Parameters(int length, NetInfo info)
    {
        if (length != info.ParameterCount)
        {
            throw WrongLength("parameters", length, info.ParameterCount, "one float for each parameter");
        }
    }

    /// <summary>The number of samples of a prediction, whose lengths and indexes fit.</summary>
    public static int Samples(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputs, NetInfo info)
    {
        int count = CountOf(inputs, info);
        Outputs(outputs.Length, count, info);
        Overlap.RefuseUnlessEqual(inputs, nameof(inputs), outputs, nameof(outputs));
        Indexes(inputs, info);
        return count;
    }

    /// <summary>The number of samples that inputs hold.</summary>
    public static int CountOf(ReadOnlySpan<float> inputs, NetInfo info) =>
        inputs.IsEmpty || inputs.Length % info.InputSize != 0
            ? throw new ArgumentException(
                $"inputs must hold one or more samples of {info.InputSize} floats for {info.Name}, but holds {inputs.Length} floats.",
                nameof(inputs))
            : inputs.Length / info.InputSize;

    /// <summary>That so many values are as many as a number of samples has.</summary>
    public static void Samples(int length, int count, int size, string argument)
    {
        if (length != (long)count * size)
        {
            throw WrongLength(argument, length, (long)count * size, $"{size} for each of the {count} samples");
        }
    }

    /// <summary>That inputs which hold indexes do: whole numbers below their limits.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="info">The net.</param>
    /// <param name="firstSample">The number of the first of them within the call, for the message.</param>
    public static void Indexes(ReadOnlySpan<float> inputs, NetInfo info, int firstSample = 0)
    {
        for (int range = 0; range < info.IndexInputs.Count; range++)
        {
            IndexInput input = info.IndexInputs[range];
            for (int sample = 0, at = input.Offset; at < inputs.Length; sample++, at += info.InputSize)
            {
                ReadOnlySpan<float> indexes = inputs.Slice(at, input.Length);
                for (int i = 0; i < indexes.Length; i++)
                {
                    if (!input.Contains(indexes[i]))
                    {
                        throw NoIndex(firstSample + sample, input.Offset + i, indexes[i], input.Limit, info);
                    }
                }
            }
        }
    }

    /// <summary>What a loss of a batch that fits writes beside it.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="outputs">Receives the outputs of its samples.</param>
    /// <param name="outputLosses">Receives the loss of each output, or is empty.</param>
    /// <param name="info">The net.</param>
    public static void Outputs(Batch batch, ReadOnlySpan<float> outputs, ReadOnlySpan<float> outputLosses, NetInfo info)
    {
        Outputs(outputs.Length, batch.Count, info);
        Overlap.RefuseUnlessEqual(batch.Inputs, "inputs", outputs, nameof(outputs));
        Overlap.RefuseUnlessEqual(batch.Targets, "targets", outputs, nameof(outputs));
        Overlap.Refuse(batch.Labels, "labels", outputs, nameof(outputs));
        Overlap.Refuse(batch.SampleWeights, "sampleWeights", outputs, nameof(outputs));
        Overlap.Refuse(batch.OutputWeights, "outputWeights", outputs, nameof(outputs));
        Overlap.Refuse(outputs, nameof(outputs), outputLosses, nameof(outputLosses));
        Overlap.Refuse(batch.Inputs, "inputs", outputLosses, nameof(outputLosses));
        Overlap.Refuse(batch.Targets, "targets", outputLosses, nameof(outputLosses));
        Overlap.Refuse(batch.Labels, "labels", outputLosses, nameof(outputLosses));
        Overlap.Refuse(batch.SampleWeights, "sampleWeights", outputLosses, nameof(outputLosses));
        Overlap.Refuse(batch.OutputWeights, "outputWeights", outputLosses, nameof(outputLosses));
    }

    private static void Outputs(int outputs, int count, NetInfo info) => Samples(outputs, count, info.OutputSize, "outputs");

    public static void OutputLosses(int length, NetInfo info) =>
        Length(length, info.Outputs.Count, "outputLosses", "one for each output");

    /// <summary>That a batch fits the net: its lengths, the largest count, and the range of the labels.</summary>
    public static void Batch(Batch batch, NetInfo info, int maxCount)
    {
        Inputs(batch, info, maxCount);
        int count = batch.Count;
        if (!batch.SampleWeights.IsEmpty && batch.SampleWeights.Length != count)
        {
            throw WrongLength("sampleWeights", batch.SampleWeights.Length, count, "one for each sample");
        }

        long weightLength = (long)count * info.Outputs.Count;
        if (!batch.OutputWeights.IsEmpty && batch.OutputWeights.Length != weightLength)
        {
            throw WrongLength("outputWeights", batch.OutputWeights.Length, weightLength, "one for each output and sample");
        }

        long labelLength = (long)count * info.LabelCount;
        if (batch.Labels.Length != labelLength)
        {
            string meaning = Meaning(info, count, info.LabelCount, "labels", "targets", !batch.Targets.IsEmpty);
            throw WrongLength("labels", batch.Labels.Length, labelLength, meaning);
        }

        long targetLength = (long)count * info.TargetSize;
        if (batch.Targets.Length != targetLength)
        {
            string meaning = Meaning(info, count, info.TargetSize, "targets", "labels", !batch.Labels.IsEmpty);
            throw WrongLength("targets", batch.Targets.Length, targetLength, meaning);
        }

        Labels(batch.Labels, info);
    }

    /// <summary>That the inputs of a batch fit the net: their count and length, and the range of indexes.</summary>
    public static void Inputs(Batch batch, NetInfo info, int maxCount)
    {
        if (batch.Count < 1 || batch.Count > maxCount)
        {
            throw WrongCount(batch.Count, maxCount);
        }

        Samples(batch.Inputs.Length, batch.Count, info.InputSize, "inputs");
        Indexes(batch.Inputs, info);
    }

    /// <summary>The range of labels.</summary>
    public static void Labels(ReadOnlySpan<int> labels, NetInfo info)
    {
        int[] classes = info.Known.ClassesOfLabel;
        for (int i = 0, position = 0; i < labels.Length; i++, position = position + 1 == classes.Length ? 0 : position + 1)
        {
            if ((uint)labels[i] >= (uint)classes[position] && labels[i] != info.Known.IgnoredLabels[position])
            {
                throw new ArgumentException(
                    $"labels[{i}] is {labels[i]}; the net has the classes 0 to {classes[position] - 1}.", nameof(labels));
            }
        }
    }

    private static string Meaning(NetInfo info, int count, int perSample, string wanted, string other, bool isOtherGiven)
    {
        string loss = info.LossMethod ?? info.Loss.ToString()!;
        string meaning = $"{perSample} for each of the {count} samples";
        return perSample == 0 ? $"{loss} takes {other}"
            : isOtherGiven && info.Outputs.Count == 1 ? $"{meaning}: {loss} takes {wanted}, not {other}"
            : meaning;
    }

    private static ArgumentException WrongLength(string argument, int actual, long expected, string meaning) =>
        new($"{argument} must hold {expected} values ({meaning}), but holds {actual}.", argument);

    private static ArgumentException NoIndex(int sample, int place, float value, int limit, NetInfo info) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"inputs of sample {sample} hold {value} at {place}, where {info.Name} takes whole numbers from 0 to {limit - 1}."),
        "inputs");

    private static ArgumentException WrongCount(int count, int maxCount) => new(
        maxCount == int.MaxValue
            ? $"The batch must hold at least 1 sample, but holds {count}."
            : $"The batch must hold 1 to {maxCount} samples (MaxBatchSize), but holds {count}.",
        "batch");
}
