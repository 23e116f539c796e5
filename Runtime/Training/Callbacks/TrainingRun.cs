using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using StaticNets.Serialization;

namespace StaticNets;

/// <summary>What callbacks see of a fit, and how they stop it.</summary>
public sealed class TrainingRun
{
    internal TrainingRun(ITrainer trainer, int epochs, int steps)
    {
        Trainer = trainer;
        Epochs = epochs;
        Steps = steps;
    }

    /// <summary>The trainer that is fitted.</summary>
    public ITrainer Trainer { get; }

    /// <summary>The number at which epochs end.</summary>
    public int Epochs { get; }

    /// <summary>Batches an epoch.</summary>
    public int Steps { get; }

    /// <summary>Samples a batch; the last one of an epoch may be shorter.</summary>
    public int BatchSize { get; internal init; } = 1;

    /// <summary>Set in a batch's event it ends the epoch, which is still validated; set at an epoch's end it ends training.</summary>
    public bool StopTraining { get; set; }

    /// <summary>Where the fit prints.</summary>
    public TextWriter Output { get; internal init; } = TextWriter.Null;

    /// <summary>Whether the fit was cancelled.</summary>
    public bool IsCanceled { get; internal set; }

    internal IReadOnlyList<Callback> Callbacks { get; init; } = [];

    internal TrainingLogs Logs { get; init; } = new();

    /// <summary>The names of the values that the fit itself reports after each batch.</summary>
    internal IReadOnlyList<string> BatchValues { get; init; } = [];

    /// <summary>The names of those that it reports at the end of an epoch.</summary>
    internal IReadOnlyList<string> EpochValues { get; init; } = [];

    internal bool Validates { get; init; }

    /// <summary>Where the fit stands; set at its begin it says where to begin.</summary>
    internal TrainingPosition Position { get; set; } = new();

    /// <summary>Batches of the running epoch that were trained with.</summary>
    internal int Batch { get; set; }

    /// <summary>The sums that the epoch's means are made of.</summary>
    internal RunningLogs? Running { get; init; }

    /// <summary>Whether a progress line was drawn that is not ended yet.</summary>
    internal bool LineIsOpen { get; set; }

    /// <summary>What a checkpoint keeps of the fit.</summary>
    internal FitState State
    {
        get
        {
            double[] sums = new double[Running!.StateLength];
            Running.Save(sums);
            return new FitState
            {
                Epoch = Position.Epoch,
                Batch = Batch,
                Seed = Position.Seed,
                Shuffle = Position.Shuffle,
                BatchSize = BatchSize,
                Steps = Steps,
                StopTraining = StopTraining,
                Sums = sums,
                Callbacks = CallbackStates.Save(Callbacks, Trainer.Info.ParameterCount),
            };
        }
    }

    /// <summary>Whether a value may be there: the fit reports it, or a callback that adds values might.</summary>
    internal bool MayHave(string name, bool inEpoch) =>
        (inEpoch ? BatchValues : EpochValues).Contains(name) || Callbacks.Any(callback => callback.AddsValues);

    /// <summary>Prints a line, below a progress line that is being drawn.</summary>
    public void WriteLine(string text)
    {
        if (LineIsOpen)
        {
            Output.WriteLine();
            LineIsOpen = false;
        }

        Output.WriteLine(text);
    }
}

/// <summary>Where a fit stands: the epoch, the next batch in it, and what decides the order of the samples.</summary>
internal sealed record TrainingPosition
{
    public int Epoch { get; init; }

    public int Batch { get; init; }

    public int Seed { get; init; }

    public bool Shuffle { get; init; }
}
