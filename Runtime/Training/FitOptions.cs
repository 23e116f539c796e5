using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace StaticNets;

/// <summary>
/// How <c>Fit</c> trains. The names and defaults are Keras'. What is inherited from <see cref="TrainingOptions"/> is for the trainer that
/// <c>net.Fit</c> creates; a trainer that is there already has these of its own, and only <see cref="TrainingOptions.Seed"/> is used, to
/// shuffle.
/// </summary>
public sealed record FitOptions : TrainingOptions
{
    /// <summary>The number at which epochs end; <see cref="InitialEpoch"/> counts into it. Default 1.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>The number of the first epoch, from 0, for training that goes on. Default 0.</summary>
    public int InitialEpoch { get; init; }

    /// <summary>Samples a step; the last batch of an epoch may be shorter. Default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>
    /// The share of samples, from 0 to below 1, that is taken from the end of the data, before shuffling, to validate with. Default 0.
    /// </summary>
    public double ValidationSplit { get; init; }

    /// <summary>Data to validate with after each epoch; <see cref="ValidationSplit"/> is ignored then. Default: none.</summary>
    public IBatchSource? ValidationData { get; init; }

    /// <summary>Samples a batch of validation. Default: <see cref="BatchSize"/>.</summary>
    public int? ValidationBatchSize { get; init; }

    /// <summary>Whether the training samples come in another order in each epoch. Default true.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>
    /// How much the loss of each class counts, by label: it multiplies the sample weights. A class that is missing counts 1. Neither
    /// validation nor metrics are touched, as in Keras. A net with several outputs has <see cref="OutputClassWeights"/>. Default: all count
    /// 1.
    /// </summary>
    public ClassWeights? ClassWeight { get; init; }

    /// <summary>
    /// The same for nets with several outputs: by an output's name how much its loss of each class counts. The losses of the other outputs
    /// stay as they are. Default: all count 1.
    /// </summary>
    public IReadOnlyDictionary<string, ClassWeights>? OutputClassWeights { get; init; }

    /// <summary>
    /// Whether it is checked before the first step that no input, target or sample weight is NaN or infinite. Labels and indexes are always
    /// checked where the data is a <see cref="Dataset"/>; other sources are read through for it once. Default false.
    /// </summary>
    public bool CheckData { get; init; }

    /// <summary>What listens to the training, in this order. Default: nothing.</summary>
    public IReadOnlyList<Callback> Callbacks { get; init; } = [];

    /// <summary>
    /// Stops training after the running batch. What was learned is kept, and <c>Fit</c> returns the history of the
    /// epochs that were finished.
    /// </summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>
    /// Whether Ctrl+C stops training after the running batch, like <see cref="CancellationToken"/>, instead of ending the process. A second
    /// Ctrl+C ends it. Not in a browser, which has no signals. Default false.
    /// </summary>
    public bool StopOnCancelKey { get; init; }

    /// <summary>What is printed. Default: a progress bar.</summary>
    public Verbose Verbose { get; init; } = Verbose.ProgressBar;

    /// <summary>Where it is printed. Default: the console.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    /// <summary>The clock of the times that are printed. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
