using System;
using System.Linq;
using static System.FormattableString;

namespace StaticNets;

/// <summary>What <c>Fit</c> was asked for, checked: the data, of it what to train with, the data to validate with, the options.</summary>
internal sealed record FitPlan(IBatchSource Data, IBatchSource Training, IBatchSource? Validation, FitOptions Options)
{
    /// <summary>The largest batch that will come.</summary>
    public int BatchSize => Math.Min(Options.BatchSize, Training.Count);

    /// <summary>Batches an epoch.</summary>
    public int Steps => (int)(((long)Training.Count + BatchSize - 1) / BatchSize);

    /// <exception cref="ArgumentException">An option is out of range, or the data does not fit the net.</exception>
    public static FitPlan Create(NetInfo info, IBatchSource data, FitOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Epochs, 1, "options.Epochs");
        ArgumentOutOfRangeException.ThrowIfNegative(options.InitialEpoch, "options.InitialEpoch");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 1, "options.BatchSize");
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ValidationBatchSize ?? 1, 1, "options.ValidationBatchSize");
        ArgumentNullException.ThrowIfNull(options.Output, "options.Output");
        ArgumentNullException.ThrowIfNull(options.TimeProvider, "options.TimeProvider");
        ArgumentNullException.ThrowIfNull(options.Callbacks, "options.Callbacks");
        if (options.Callbacks.Contains(null!))
        {
            throw new ArgumentException("A callback is null.", "options.Callbacks");
        }

        SourceCheck.Fits(data, info, nameof(data));
        if (options.ValidationData is IBatchSource validation)
        {
            SourceCheck.Fits(validation, info, "options.ValidationData");
            return new FitPlan(data, data, validation, options);
        }

        return options.ValidationSplit == 0 ? new FitPlan(data, data, null, options) : Split(data, options);
    }

    /// <summary>Goes through the data before the first step.</summary>
    /// <exception cref="ArgumentException">Labels or targets don't suit the loss, or a value is wrong.</exception>
    public void CheckData(NetInfo info)
    {
        DataCheck.Run(Data, info, "data", Options.CheckData);
        if (Options.ValidationData is { } validation)
        {
            DataCheck.Run(validation, info, "options.ValidationData", Options.CheckData);
        }
    }

    private static FitPlan Split(IBatchSource data, FitOptions options)
    {
        double share = options.ValidationSplit;
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException("options.ValidationSplit", share, "The validation split must be from 0 to below 1.");
        }

        if (data is not Dataset dataset)
        {
            throw new ArgumentException(
                "A validation split can only be taken from a Dataset; give ValidationData instead.", "options.ValidationSplit");
        }

        int first = (int)Math.Floor(dataset.Count * (1 - share));
        return first > 0 && first < dataset.Count
            ? new FitPlan(dataset, dataset.Take(first), dataset.Skip(first), options)
            : throw new ArgumentException(
                Invariant($"A validation split of {share} leaves {first} of {dataset.Count} samples to train with; ")
                    + "training and validation need 1 each.",
                "options.ValidationSplit");
    }
}
