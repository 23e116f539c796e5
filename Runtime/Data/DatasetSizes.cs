using System;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>The sizes of a dataset, worked out from the lengths of its arrays.</summary>
internal readonly record struct DatasetSizes(int InputSize, int Count)
{
    /// <param name="inputs">The length of the inputs.</param>
    /// <param name="others">The length of the labels or targets.</param>
    /// <param name="otherName">How the caller knows these; null where there are none.</param>
    /// <param name="inputSize">The values a sample, where the caller said so.</param>
    public static DatasetSizes Check(int? inputs, int? others, string? otherName, int? inputSize)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (otherName is not null)
        {
            ArgumentNullException.ThrowIfNull(others, otherName);
        }

        DatasetSizes sizes = inputSize is int given ? FromInputSize(inputs.Value, given) : FromLabels(inputs.Value, others ?? 0);
        if (others is int length && (length == 0 || length % sizes.Count != 0))
        {
            throw new ArgumentException(
                Invariant($"{otherName} must hold the same number of values for each of the {sizes.Count} samples, but holds {length}."),
                otherName);
        }

        return sizes;
    }

    private static DatasetSizes FromInputSize(int inputs, int inputSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        if (inputs == 0 || inputs % inputSize != 0)
        {
            throw new ArgumentException(
                Invariant($"inputs must hold one or more samples of {inputSize} values (inputSize), but holds {inputs}."), nameof(inputs));
        }

        return new DatasetSizes(inputSize, inputs / inputSize);
    }

    private static DatasetSizes FromLabels(int inputs, int labels)
    {
        if (labels == 0)
        {
            throw new ArgumentException("labels must hold one label for each sample, but is empty.", nameof(labels));
        }

        if (inputs == 0 || inputs % labels != 0)
        {
            throw new ArgumentException(
                Invariant($"inputs must hold the same number of values for each of the {labels} labels, but holds {inputs}."),
                nameof(inputs));
        }

        return new DatasetSizes(inputs / labels, labels);
    }
}
