using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Xunit;

namespace StaticNets.Training.Tests.Checkpoints;

public sealed class ResumeTests : IDisposable
{
    private const int Epochs = 3;
    private const int Steps = 4;

    private readonly string _directory = Directory.CreateTempSubdirectory("resume").FullName;

    private static Dictionary<string, FitOptions> Cases { get; } = new()
    {
        ["plain"] = new(),
        ["accumulation, average, clipping"] = new()
        {
            GradientAccumulationSteps = 3, UseEma = true, EmaOverwriteFrequency = 5, GlobalClipNorm = 0.1f, Threads = 2,
        },
        ["schedule, class weights"] = new()
        {
            LearningRateSchedule = new CosineDecay(0.01, 10), ClassWeight = new Dictionary<int, float> { [1] = 3 }, Shuffle = false,
        },
    };

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    public static TheoryData<string, int> Stops()
    {
        TheoryData<string, int> stops = [];
        foreach (string name in Cases.Keys)
        {
            for (int step = 0; step < Epochs * Steps; step++)
            {
                stops.Add(name, step);
            }
        }

        return stops;
    }

    [Theory]
    [MemberData(nameof(Stops))]
    public void A_fit_that_was_stopped_at_any_batch_goes_on_with_the_same_bits(string name, int stop)
    {
        PointNet whole = new(seed: 1);
        History expected = whole.Fit(Samples.Points(30), Options(name, []));

        int step = 0;
        LambdaCallback crash = new(
            onTrainBatchBegin: _ => ThrowIf(step++ == stop + 1),
            onEpochEnd: (epoch, _) => ThrowIf(epoch == Epochs - 1));
        PointNet first = new(seed: 1);
        Assert.Throws<CrashException>(() => first.Fit(Samples.Points(30), Options(name, [crash, Backup()])));

        // Another net, another seed: all must come from the file.
        PointNet second = new(seed: 2);
        BackupAndRestore backup = Backup();
        History actual = second.Fit(Samples.Points(30), Options(name, [backup]) with { Seed = 77 });
        Assert.True(backup.Restored);
        Assert.Equal(Bits(whole), Bits(second));
        Assert.Equal(expected.Epochs.Skip(Epochs - actual.Epochs.Count), actual.Epochs);
        foreach (string column in expected.Columns.Keys)
        {
            Assert.Equal(expected[column].Skip(Epochs - actual.Epochs.Count), actual[column]);
        }

        Assert.Empty(Directory.GetFiles(_directory));
    }

    /// <summary>What callbacks keep is as long as all weights, what the trainer keeps as long as those that are trained.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void A_net_with_two_outputs_and_moving_averages_goes_on_with_the_same_bits(int stop)
    {
        int[] labels = [.. Enumerable.Range(0, 30).Select(n => n % 3)];
        Dataset data = new(Samples.Values(30 * 4, 1), labels, Samples.Values(30 * 2, 2), TwoOutputNet.InputSize);
        FitOptions options = new()
        {
            Epochs = 4, BatchSize = 8, Verbose = Verbose.Silent, UseEma = true, GradientAccumulationSteps = 2,
        };
        TwoOutputNet whole = new(seed: 1);
        History expected = whole.Fit(data, options with { Callbacks = [Best()] });

        int step = 0;
        LambdaCallback crash = new(onTrainBatchBegin: _ => ThrowIf(step++ == stop + 1));
        Assert.Throws<CrashException>(() => new TwoOutputNet(seed: 1).Fit(data, options with { Callbacks = [crash, Best(), Backup()] }));
        TwoOutputNet second = new(seed: 2);
        History actual = second.Fit(data, options with { Callbacks = [Best(), Backup()] });
        Assert.Equal(whole.Parameters.ToArray(), second.Parameters.ToArray());
        foreach (string column in expected.Columns.Keys)
        {
            Assert.Equal(expected[column].Skip(expected.Epochs.Count - actual.Epochs.Count), actual[column]);
        }

        static EarlyStopping Best() => new("loss") { Patience = 9, MinDelta = 1e9, RestoreBestWeights = true };
    }

    [Fact]
    public void A_cancelled_fit_keeps_its_checkpoint_and_goes_on()
    {
        PointNet whole = new();
        whole.Fit(Samples.Points(30), Options("plain", []));
        using CancellationTokenSource source = new();
        int steps = 0;
        LambdaCallback cancel = new(onTrainBatchEnd: (_, _) =>
        {
            if (++steps == 6)
            {
                source.Cancel();
            }
        });
        PointNet net = new();
        BackupAndRestore backup = new(Path.Combine(_directory, "backup"));
        History history = net.Fit(Samples.Points(30), Options("plain", [cancel, backup]) with { CancellationToken = source.Token });
        Assert.True(history.Canceled);
        net = new PointNet(seed: 5);
        Assert.Equal([1, 2], net.Fit(Samples.Points(30), Options("plain", [backup])).Epochs);
        Assert.Equal(Bits(whole), Bits(net));
        Assert.Equal(6, steps);
    }

    [Fact]
    public void A_checkpoint_of_another_fit_is_refused_and_nothing_changes()
    {
        string path = Path.Combine(_directory, "backup");
        BackupAndRestore backup = new(path) { DeleteCheckpoint = false };
        new PointNet().Fit(Samples.Points(30), Options("plain", [backup]));
        PointNet net = new();
        InvalidDataException error = Assert.Throws<InvalidDataException>(
            () => net.Fit(Samples.Points(30), Options("plain", [backup]) with { BatchSize = 7 }));
        Assert.Contains("4 batches of 8 samples, while this one has 5 of 7", error.Message, StringComparison.Ordinal);
        Assert.Equal(Bits(new PointNet()), Bits(net));
        using PointNet.Trainer trainer = net.CreateTrainer();
        trainer.SaveCheckpoint(path);
        Assert.Throws<InvalidDataException>(() => net.Fit(Samples.Points(30), Options("plain", [backup])));
    }

    private BackupAndRestore Backup() => new(Path.Combine(_directory, "backup")) { SaveFrequency = 1 };

    private static FitOptions Options(string name, Callback[] callbacks) => Cases[name] with
    {
        Epochs = Epochs, BatchSize = 8, Verbose = Verbose.Silent, Seed = 3, ValidationData = Samples.Points(9, seed: 2),
            Callbacks = callbacks,
    };

    private static void ThrowIf(bool crash)
    {
        if (crash)
        {
            throw new CrashException();
        }
    }

    private static uint[] Bits(PointNet net) => [.. net.Parameters.ToArray().Select(BitConverter.SingleToUInt32Bits)];

    private sealed class CrashException : Exception;
}
