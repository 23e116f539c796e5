using System;
using System.IO;
using System.Threading;

namespace StaticNets;

/// <summary>How <c>Fit</c> trains. The names and defaults are Keras'.</summary>
public sealed record FitOptions
{
    /// <summary>The number at which epochs end; <see cref="InitialEpoch"/> counts into it. Default 1.</summary>
    public int Epochs { get; init; } = 1;

    /// <summary>The number of the first epoch, from 0, for training that goes on. Default 0.</summary>
    public int InitialEpoch { get; init; }

    /// <summary>Samples a step; the last batch of an epoch may be shorter. Default 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The share of samples, from 0 to below 1, that is taken from the end of the data, before shuffling, to validate with. Default 0.</summary>
    public double ValidationSplit { get; init; }

    /// <summary>Data to validate with after each epoch; <see cref="ValidationSplit"/> is ignored then. Default: none.</summary>
    public IBatchSource? ValidationData { get; init; }

    /// <summary>Samples a batch of validation. Default: <see cref="BatchSize"/>.</summary>
    public int? ValidationBatchSize { get; init; }

    /// <summary>Whether the training samples come in another order in each epoch. Default true.</summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>The seed of the shuffled order and, for <c>net.Fit</c>, of the dropout masks. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// Stops training after the running batch. What was learned is kept, and <c>Fit</c> returns the history of the epochs that were finished.
    /// </summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>What is printed. Default: a progress bar.</summary>
    public Verbose Verbose { get; init; } = Verbose.ProgressBar;

    /// <summary>Where it is printed. Default: the console.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    /// <summary>The clock of the times that are printed. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// The threads of the trainer that <c>net.Fit</c> creates; 0 (default) takes as many as the net's work deserves. The result does not depend on it.
    /// </summary>
    public int Threads { get; init; }

    /// <summary>The learning rate of the trainer that <c>net.Fit</c> creates. Default: the net's own.</summary>
    public float? LearningRate { get; init; }

    /// <summary>Multiplies the L1 and L2 factors of the net in the trainer that <c>net.Fit</c> creates. Default 1; 0 trains without the penalty.</summary>
    public float PenaltyScale { get; init; } = 1;
}
