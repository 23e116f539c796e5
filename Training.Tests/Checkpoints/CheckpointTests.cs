using System;
using System.IO;
using System.Linq;
using System.Text;
using StaticNets.Training.Tests.Files;
using Xunit;

namespace StaticNets.Training.Tests.Checkpoints;

public sealed class CheckpointTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("checkpoint").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_trainer_goes_on_with_the_same_bits()
    {
        TrainerOptions options = new() { UseEma = true, GradientAccumulationSteps = 2, Seed = 4, LearningRate = 0.02f };
        PointNet net = new();
        using PointNet.Trainer trainer = net.CreateTrainer(options);
        Train(trainer, 0, 5);
        trainer.LearningRate = 0.005f;
        string path = Path.Combine(_directory, "checkpoint");
        trainer.SaveCheckpoint(path);
        Train(trainer, 5, 9);

        PointNet other = new(seed: 8);
        using PointNet.Trainer restored = other.CreateTrainer(options with { Seed = 9, LearningRate = null });
        restored.LoadCheckpoint(path);
        Assert.Equal((5L, 2L, 1, 4, 0.005f),
            (restored.Iteration, restored.Updates, restored.AccumulatedGradients, restored.Seed, restored.LearningRate));
        Train(restored, 5, 9);
        Assert.Equal(net.Parameters.ToArray(), other.Parameters.ToArray());
        Assert.Equal(trainer.AverageParameters.ToArray(), restored.AverageParameters.ToArray());

        PointNet weights = new(seed: 9);
        weights.Load(path);
        Assert.NotEqual(net.Parameters.ToArray(), weights.Parameters.ToArray());
        restored.LoadCheckpoint(path);
        Assert.Equal(other.Parameters.ToArray(), weights.Parameters.ToArray());
    }

    [Fact]
    public void Files_that_do_not_fit_are_refused_and_nothing_changes()
    {
        PointNet net = new();
        using PointNet.Trainer trainer = net.CreateTrainer();
        Train(trainer, 0, 3);
        Refuse(trainer, Saved(net.Save), "is no checkpoint");
        using WideNet.Trainer wide = new WideNet().CreateTrainer();
        Refuse(trainer, Saved(wide.SaveCheckpoint), "shape");
        using PointNet.Trainer averaging = new PointNet().CreateTrainer(new TrainerOptions { UseEma = true });
        Refuse(trainer, Saved(averaging.SaveCheckpoint), "holds 3 values for each parameter, but this trainer of PointNet keeps 2");
        using PointNet.Trainer three = new PointNet().CreateTrainer(new TrainerOptions { GradientAccumulationSteps = 3 });
        Train(three, 0, 2);
        using PointNet.Trainer two = net.CreateTrainer(new TrainerOptions { GradientAccumulationSteps = 2 });
        Refuse(two, Saved(three.SaveCheckpoint), "2 gradients wait there");
        byte[] flipped = Saved(trainer.SaveCheckpoint);
        flipped[^5] ^= 0x10;
        Refuse(trainer, flipped, "checksum");
        Refuse(trainer, Replaced(Saved(trainer.SaveCheckpoint), "\\u0022iteration\\u0022:3", "\\u0022iteration\\u0022:-"), "damaged checkpoint");
        Refuse(trainer, Replaced(Saved(trainer.SaveCheckpoint), "\\u0022version\\u0022:1", "\\u0022version\\u0022:2"), "version 2");
        Refuse(trainer, Replaced(Saved(trainer.SaveCheckpoint), "trainer/slot/1", "trainer/slot/0"), "twice");
        Refuse(trainer, Replaced(Saved(trainer.SaveCheckpoint), "trainer/slot/1", "trainer/slot/7"), "keeps 2");
    }

    [Fact]
    public void The_best_model_is_kept_by_name()
    {
        string path = Path.Combine(_directory, "net-{epoch:00}-{val_loss:F1}.st");
        double[] values = [3, 2, 2, 4, 1];
        PointNet net = new();
        ModelCheckpoint checkpoint = new(path) { SaveBestOnly = true, SaveWeightsOnly = true };
        float[][] weights = new float[5][];
        Fit(net, values, checkpoint, (epoch, _) => weights[epoch] = net.Parameters.ToArray());
        Assert.Equal(["net-01-3.0.st", "net-02-2.0.st", "net-05-1.0.st"], Files());
        Assert.Equal((1.0, Path.Combine(_directory, "net-05-1.0.st")), (checkpoint.Best!.Value, checkpoint.LastPath));
        net.Load(Path.Combine(_directory, "net-02-2.0.st"));
        Assert.Equal(weights[1], net.Parameters.ToArray());
    }

    [Fact]
    public void A_first_threshold_counts_and_max_is_for_accuracies()
    {
        string path = Path.Combine(_directory, "{epoch}");
        Fit(new PointNet(), [3, 2, 2, 4, 1], new ModelCheckpoint(path) { SaveBestOnly = true, InitialValueThreshold = 2 });
        Assert.Equal(["5"], Files());
        Fit(new PointNet(), [3, 2, 2, 4, 1], new ModelCheckpoint(path) { SaveBestOnly = true, Mode = MonitorMode.Max });
        Assert.Equal(["1", "4", "5"], Files());
    }

    [Fact]
    public void Without_best_only_each_epoch_or_some_batches_are_saved()
    {
        Fit(new PointNet(), [1, 1], new ModelCheckpoint(Path.Combine(_directory, "e{epoch}")));
        Assert.Equal(["e1", "e2"], Files());
        using PointNet.Trainer trainer = new PointNet().CreateTrainer();
        trainer.LoadCheckpoint(Path.Combine(_directory, "e2"));
        Assert.Equal(8, trainer.Updates);
        Fit(new PointNet(), [1, 1], new ModelCheckpoint(Path.Combine(_directory, "e{epoch}b{batch}")) { SaveFrequency = 3 });
        Assert.Equal(["e1", "e1b3", "e2", "e2b2"], Files());
        Assert.Throws<ArgumentException>(() => Fit(new PointNet(), [1], new ModelCheckpoint(Path.Combine(_directory, "{wrong}"))));
    }

    [Fact]
    public void Leftovers_of_killed_processes_are_deleted_and_nothing_else()
    {
        string path = Path.Combine(_directory, "backup");
        string[] others = [path + ".1.tmp", path + "2." + Guid.NewGuid().ToString("N") + ".tmp"];
        foreach (string file in others.Append($"{path}.{Guid.NewGuid():N}.tmp"))
        {
            File.WriteAllText(file, "");
        }

        Fit(new PointNet(), [1], new BackupAndRestore(path));
        Assert.Equal(others.Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal), Files());
    }

    private static void Fit(PointNet net, double[] values, Callback callback, Action<int, TrainingLogs>? then = null) =>
        net.Fit(Samples.Points(8), new FitOptions
        {
            Epochs = values.Length, BatchSize = 2, Verbose = Verbose.Silent,
            Callbacks = [new LambdaCallback(onEpochEnd: (epoch, logs) => logs["val_loss"] = values[epoch]), callback,
                new LambdaCallback(onEpochEnd: then)],
        });

    private string[] Files() => [.. Directory.GetFiles(_directory).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static void Train(PointNet.Trainer trainer, int first, int last)
    {
        for (int step = first; step < last; step++)
        {
            trainer.Step(Samples.Values(20, step), [0, 1, 2, 1, 0]);
        }
    }

    private static void Refuse(ITrainer trainer, byte[] file, string reason)
    {
        float[] before = trainer.Parameters.ToArray();
        float[] slot = trainer.GetSlot(1).ToArray();
        (long, long, int, int) counters = (trainer.Iteration, trainer.Updates, trainer.AccumulatedGradients, trainer.Seed);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => trainer.LoadCheckpoint(new MemoryStream(file)));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, trainer.Parameters.ToArray());
        Assert.Equal(slot, trainer.GetSlot(1).ToArray());
        Assert.Equal(counters, (trainer.Iteration, trainer.Updates, trainer.AccumulatedGradients, trainer.Seed));
    }

    private static byte[] Saved(Action<Stream> save)
    {
        MemoryStream stream = new();
        save(stream);
        return stream.ToArray();
    }

    /// <summary>Replaces text by text of the same length, and gives the file the checksum that it has then.</summary>
    private static byte[] Replaced(byte[] file, string old, string by)
    {
        string text = Encoding.Latin1.GetString(file);
        old = text.Contains(old, StringComparison.Ordinal) ? old : old.Replace("\\u0022", "\\\"");
        by = by.Replace("\\u0022", old.Contains("\\\"") ? "\\\"" : "\\u0022");
        Assert.Equal(old.Length, by.Length);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Checksums.Renewed(Encoding.Latin1.GetBytes(text.Replace(old, by)));
    }
}
