using System;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Callbacks;

/// <summary>What a callback needs is there before the first step, or the fit doesn't begin.</summary>
public sealed class PreparationTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("preparation").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Folders_are_made()
    {
        Fit(new ModelCheckpoint(In("checkpoints", "deep", "best.safetensors")) { SaveBestOnly = true, Monitor = "loss" });
        Fit(new ModelCheckpoint(In("runs-{epoch}", "net-{loss:F1}")));
        Fit(new CsvLogger(In("logs", "log.csv")));
        Fit(new BackupAndRestore(In("backups", "backup")) { DeleteCheckpoint = false });
        Assert.True(File.Exists(In("checkpoints", "deep", "best.safetensors")));
        Assert.Single(Directory.GetFiles(In("runs-1")));
        Assert.True(File.Exists(In("logs", "log.csv")));
        Assert.True(File.Exists(In("backups", "backup")));
        Assert.Empty(Directory.GetFiles(_directory));
    }

    [Theory]
    [InlineData("{val_los}", true, null, "names 'val_los', which is not there; there are: epoch, loss, penalty, accuracy, val_loss, val_accuracy, learning_rate")]
    [InlineData("{val_loss}", false, null, "names 'val_loss'")]
    [InlineData("{batch}", true, null, "names 'batch'")]
    [InlineData("{val_loss}", true, 2, "names 'val_loss', which is not there; there are: epoch, batch, loss, penalty, accuracy")]
    [InlineData("{loss:D2}", true, null, "gives 'loss' the format 'D2'")]
    [InlineData("{loss:02d}", true, null, "gives 'loss' the format '02d'")]
    [InlineData("{epoch:Q}", true, null, "gives 'epoch' the format 'Q'")]
    [InlineData("{epoch:two}", true, null, "gives 'epoch' the format 'two'")]
    [InlineData("{epoch:>4}", true, null, "gives 'epoch' the format '>4'")]
    [InlineData("{epo-ch}", true, null, "names 'epo-ch'")]
    public void A_wrong_placeholder_is_refused(string path, bool validates, int? frequency, string reason) =>
        Assert.Contains(
            reason, Refused<ArgumentException>(new ModelCheckpoint(In(path)) { SaveFrequency = frequency }, validates), StringComparison.Ordinal);

    [Fact]
    public void A_value_that_is_not_reported_can_not_be_watched()
    {
        const string Reason = " watches 'val_loss', which this fit does not report, without validation data; it reports: loss, penalty, accuracy";
        Assert.Contains("EarlyStopping" + Reason, Refused<ArgumentException>(new EarlyStopping()), StringComparison.Ordinal);
        Assert.Contains("ReduceLROnPlateau" + Reason, Refused<ArgumentException>(new ReduceLROnPlateau()), StringComparison.Ordinal);
        Assert.Contains("ModelCheckpoint" + Reason, Refused<ArgumentException>(new ModelCheckpoint(In("net")) { SaveBestOnly = true }),
            StringComparison.Ordinal);
        Refused<ArgumentException>(new EarlyStopping("val_accuracy_"), validates: true);
        Refused<ArgumentException>(new ModelCheckpoint(In("net")) { SaveBestOnly = true, SaveFrequency = 2 }, validates: true);
        Fit(new EarlyStopping { Monitor = "val_accuracy" }, validates: true);
        Fit(new ModelCheckpoint(In("net")) { SaveBestOnly = true, SaveFrequency = 2, Monitor = "accuracy" }, validates: true);
    }

    [Fact]
    public void What_another_callback_may_add_is_waited_for()
    {
        LambdaCallback adding = new(onEpochEnd: (_, logs) => logs["own"] = 2);
        Fit([adding, new EarlyStopping("own") { Mode = MonitorMode.Min }, new ModelCheckpoint(In("{own}"))]);
        Assert.True(File.Exists(In("2")));
        Refused<ArgumentException>(new EarlyStopping("own") { Mode = MonitorMode.Min });
    }

    [Fact]
    public void Files_that_can_not_be_written_are_refused()
    {
        Directory.CreateDirectory(In("folder"));
        foreach (Callback callback in new Callback[]
        {
            new BackupAndRestore(In("folder")), new ModelCheckpoint(In("folder")), new CsvLogger(In("folder")),
        })
        {
            Assert.Contains($"'{In("folder")}' is a folder", Refused<IOException>(callback), StringComparison.Ordinal);
        }

        File.WriteAllText(In("file"), "");
        Refused<IOException>(new ModelCheckpoint(In("file", "net-{epoch}")));
        Refused<IOException>(new BackupAndRestore(In("file", "backup")));
        Refused<IOException>(new CsvLogger(In("file", "log.csv")));
        Directory.CreateDirectory(In("board"));
        File.WriteAllText(In("board", "validation"), "");
        Refused<IOException>(new TensorBoard(In("board")), validates: true);
        Assert.Empty(Directory.GetFiles(In("folder")));
    }

    [Fact]
    public void A_learning_rate_that_a_schedule_sets_is_not_set_by_callbacks()
    {
        foreach (Callback callback in new Callback[] { new ReduceLROnPlateau("loss"), new LearningRateScheduler(_ => 0.1f) })
        {
            using PointNet.Trainer trainer = new PointNet().CreateTrainer(
                new TrainerOptions { LearningRateSchedule = new ExponentialDecay(0.1, 10, 0.5) });
            InvalidOperationException error = Assert.Throws<InvalidOperationException>(
                () => trainer.Fit(Samples.Points(4), new FitOptions { Verbose = Verbose.Silent, Callbacks = [callback] }));
            Assert.Contains("LearningRateSchedule", error.Message, StringComparison.Ordinal);
            Assert.Equal(0, trainer.Updates);
        }
    }

    [Fact]
    public void Settings_that_are_no_numbers_are_refused()
    {
        Refused<ArgumentOutOfRangeException>(new EarlyStopping("loss") { Baseline = double.NaN });
        Refused<ArgumentOutOfRangeException>(new EarlyStopping("loss") { MinDelta = double.NaN });
        Refused<ArgumentOutOfRangeException>(new ModelCheckpoint(In("net")) { InitialValueThreshold = double.NaN });
        Refused<ArgumentOutOfRangeException>(new ReduceLROnPlateau("loss") { MinLearningRate = double.NaN });
        Refused<ArgumentException>(new CsvLogger(In("log")) { Separator = "." });
        Refused<ArgumentException>(new CsvLogger(In("log")) { Separator = "\n" });
        Refused<ArgumentException>(new CsvLogger(In("log")) { Separator = "" });
    }

    private string In(params string[] parts) => Path.Combine([_directory, .. parts]);

    private static string Refused<TException>(Callback callback, bool validates = false)
        where TException : Exception
    {
        using PointNet.Trainer trainer = new PointNet().CreateTrainer();
        TException error = Assert.ThrowsAny<TException>(() => Fit(trainer, [callback], validates));
        Assert.Equal(0, trainer.Updates);
        Assert.Empty(History.Of(error)!.Epochs);
        return error.Message;
    }

    private static void Fit(Callback callback, bool validates = false) => Fit([callback], validates);

    private static void Fit(Callback[] callbacks, bool validates = false)
    {
        using PointNet.Trainer trainer = new PointNet().CreateTrainer();
        Fit(trainer, callbacks, validates);
        Assert.Equal(2, trainer.Updates);
    }

    private static void Fit(PointNet.Trainer trainer, Callback[] callbacks, bool validates) =>
        trainer.Fit(Samples.Points(8), new FitOptions
        {
            BatchSize = 4, Verbose = Verbose.Silent, ValidationData = validates ? Samples.Points(3) : null, Callbacks = callbacks,
        });
}
