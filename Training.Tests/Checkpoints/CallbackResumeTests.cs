using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Checkpoints;

/// <summary>
/// A fit whose callbacks decide by what came before is stopped after every one of its batches and goes on in another net with other
/// callbacks: weights,
/// decisions and files are those of a fit that never stopped.
/// </summary>
public sealed class CallbackResumeTests : IDisposable
{
    private const int Steps = 4;
    private const int Epochs = 9;

    // The best epoch is the third; the learning rate falls after the fifth and, with its cooldown, after the eighth, which is also the end.
    private static readonly double[] s_values = [5, 4, 3, 3.5, 3.4, 3.3, 3.2, 3.1, 9];

    private readonly string _directory = Directory.CreateTempSubdirectory("callbacks").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    public static TheoryData<int, bool> Stops()
    {
        TheoryData<int, bool> stops = [];
        for (int step = 0; step < 8 * Steps; step++)
        {
            stops.Add(step, true);
            stops.Add(step, false);
        }

        return stops;
    }

    [Theory]
    [MemberData(nameof(Stops))]
    public void Callbacks_go_on_with_the_same_decisions(int stop, bool backupIsFirst)
    {
        Parts expected = new(Folder("expected"), scheduled: false);
        PointNet whole = new(seed: 1);
        whole.Fit(Samples.Points(30), expected.Options([]));
        Assert.Equal((7, 2), (expected.Stopping.StoppedEpoch, expected.Reduced));

        string folder = Folder("actual");
        Parts before = new(folder, scheduled: false);
        int step = 0;
        LambdaCallback crash = new(
            onTrainBatchBegin: _ => ThrowIf(step++ == stop + 1),
            onTrainEnd: _ => ThrowIf(true));
        Assert.Throws<CrashException>(() => new PointNet(seed: 1).Fit(Samples.Points(30), before.Options([crash, Backup()], backupIsFirst)));

        Parts actual = new(folder, scheduled: false);
        PointNet second = new(seed: 2);
        BackupAndRestore backup = Backup();
        second.Fit(Samples.Points(30), actual.Options([backup], backupIsFirst) with { Seed = 77 });
        Assert.True(backup.Restored);
        Assert.Equal(Bits(whole), Bits(second));
        Assert.Equal(expected.State with { LastPath = null }, actual.State with { LastPath = null });
        Assert.Equal(Path.GetFileName(expected.State.LastPath), Path.GetFileName(actual.State.LastPath));
        Assert.Equal(Files(expected.Folder), Files(folder));
        Assert.Equal(expected.BatchesSeen, before.BatchesSeen[..(stop + 1)].Concat(actual.BatchesSeen));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    public void A_learning_rate_is_set_once_an_epoch(int stop)
    {
        Parts expected = new(Folder("expected"), scheduled: true);
        PointNet whole = new(seed: 1);
        whole.Fit(Samples.Points(30), expected.Options([]));
        int step = 0;
        LambdaCallback crash = new(onTrainBatchBegin: _ => ThrowIf(step++ == stop + 1));
        string folder = Folder("actual");
        Assert.Throws<CrashException>(
            () => new PointNet(seed: 1).Fit(Samples.Points(30), new Parts(folder, scheduled: true).Options([crash, Backup()])));
        PointNet second = new(seed: 2);
        second.Fit(Samples.Points(30), new Parts(folder, scheduled: true).Options([Backup()]));
        Assert.Equal(Bits(whole), Bits(second));
    }

    [Fact]
    public void A_checkpoint_of_ModelCheckpoint_holds_the_states_of_the_callbacks_behind_it_too()
    {
        Parts expected = new(Folder("expected"), scheduled: false);
        PointNet whole = new(seed: 1);
        whole.Fit(Samples.Points(30), expected.Options([]));

        string folder = Folder("actual");
        new PointNet(seed: 1).Fit(
            Samples.Points(30),
            new Parts(folder, scheduled: false).Options([new ModelCheckpoint(Path.Combine(_directory, "{epoch}"))], moreIsFirst: true));
        for (int epoch = 1; epoch <= 8; epoch++)
        {
            Parts actual = new(Folder("again"), scheduled: false);
            PointNet second = new(seed: 2);
            BackupAndRestore backup = new(Path.Combine(_directory, $"{epoch}"));
            History history = second.Fit(Samples.Points(30), actual.Options([backup]));
            Assert.True(backup.Restored);
            Assert.Equal(8 - epoch, history.Epochs.Count);
            Assert.Equal(Bits(whole), Bits(second));
            Assert.Equal(expected.Stopping.StoppedEpoch, actual.Stopping.StoppedEpoch);
        }
    }

    [Fact]
    public void A_callback_of_ones_own_keeps_numbers_texts_and_arrays()
    {
        Keeper before = new() { Number = double.NaN, Text = "\"ä\n", Array = new float[PointNet.ParameterCount] };
        before.Array[^1] = float.NegativeInfinity;
        Keeper other = new() { Number = 2 };
        Keeper again = new();
        int epoch = 0;
        LambdaCallback crash = new(onEpochBegin: _ => ThrowIf(epoch++ == 1));
        FitOptions options = new() { Epochs = 2, Verbose = Verbose.Silent };
        Assert.Throws<CrashException>(
            () => new PointNet().Fit(Samples.Points(9), options with { Callbacks = [before, other, Backup(), crash] }));
        new PointNet().Fit(Samples.Points(9), options with { Callbacks = [again, Backup()] });
        Assert.Equal(BitConverter.DoubleToInt64Bits(before.Number.Value), BitConverter.DoubleToInt64Bits(again.Number!.Value));
        Assert.Equal(before.Text, again.Text);
        Assert.Equal(before.Array, again.Array);
        Assert.Null(again.Nothing);

        Keeper wrong = new() { Array = new float[3] };
        Assert.Throws<ArgumentException>(() => new PointNet().Fit(Samples.Points(9), options with { Callbacks = [wrong, Backup()] }));
    }

    private BackupAndRestore Backup() => new(Path.Combine(_directory, "backup")) { SaveFrequency = 1 };

    private string Folder(string name) => Directory.CreateDirectory(Path.Combine(_directory, name)).FullName;

    private static uint[] Bits(PointNet net) => [.. net.Parameters.ToArray().Select(BitConverter.SingleToUInt32Bits)];

    private static Dictionary<string, string> Files(string folder) =>
        Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file)!, file => Convert.ToHexString(File.ReadAllBytes(file)));

    private static void ThrowIf(bool crash)
    {
        if (crash)
        {
            throw new CrashException();
        }
    }

    private sealed class CrashException : Exception;

    private sealed record Decisions(int? StoppedEpoch, double? Best, string? LastPath, float LearningRate);

    /// <summary>The callbacks of one fit, and what they did.</summary>
    private sealed class Parts(string folder, bool scheduled)
    {
        private ITrainer? _trainer;
        private float _learningRate;

        public string Folder => folder;

        public EarlyStopping Stopping { get; } = new() { Patience = 5, RestoreBestWeights = true };

        public ModelCheckpoint Checkpoint { get; } =
            new(Path.Combine(folder, "best-{epoch}.safetensors")) { SaveBestOnly = true, SaveWeightsOnly = true };

        public List<int> BatchesSeen { get; } = [];

        /// <summary>How often the learning rate was lowered.</summary>
        public int Reduced => (int)Math.Round(-Math.Log2(_learningRate / 0.01));

        public Decisions State => new(Stopping.StoppedEpoch, Checkpoint.Best, Checkpoint.LastPath, _learningRate);

        public FitOptions Options(Callback[] more, bool moreIsFirst = false)
        {
            LambdaCallback script = new(
                onTrainBegin: run => _trainer = run.Trainer,
                onTrainBatchEnd: (batch, _) => BatchesSeen.Add(batch),
                onEpochEnd: (epoch, logs) => logs["val_loss"] = s_values[epoch],
                onTrainEnd: _ => _learningRate = _trainer!.LearningRate);
            Callback rate = scheduled
                ? new LearningRateScheduler((_, rate) => rate * 0.7f)
                : new ReduceLROnPlateau { Factor = 0.5, Patience = 2, Cooldown = 2 };
            Callback[] own =
            [
                rate,
                Stopping,
                Checkpoint,
                new ModelCheckpoint(Path.Combine(folder, "{epoch}-{batch}.safetensors")) { SaveWeightsOnly = true, SaveFrequency = 7 },
                new CsvLogger(Path.Combine(folder, "log.csv")),
            ];
            return new FitOptions
            {
                Epochs = Epochs, BatchSize = 8, Verbose = Verbose.Silent, Seed = 3,
                Callbacks = moreIsFirst ? [script, .. more, .. own] : [script, .. own, .. more],
            };
        }
    }

    private sealed class Keeper : Callback
    {
        public double? Number { get; set; }

        public string? Text { get; set; }

        public float[]? Array { get; set; }

        public double? Nothing { get; private set; } = 1;

        public override void SaveState(CallbackState state)
        {
            state.SetNumber("value", Number);
            state.SetText("value", Text);
            state.SetArray("array", Array);
        }

        public override void LoadState(CallbackState state)
        {
            Number = state.GetNumber("value");
            Text = state.GetText("value");
            Array = state.GetArray("array");
            Nothing = state.GetNumber("array");
        }
    }
}
