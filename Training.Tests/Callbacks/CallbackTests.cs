using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Callbacks;

public sealed class CallbackTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("callbacks").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Events_come_in_Keras_order()
    {
        List<string> events = [];
        new PointNet().Fit(Samples.Points(5), new FitOptions
        {
            Epochs = 2, BatchSize = 3, Verbose = Verbose.Silent, ValidationData = Samples.Points(2),
            Callbacks = [new Recorder(events, stopAt: null)],
        });
        string[] epoch = ["batch 0", "batch 0: loss,penalty,accuracy", "batch 1", "batch 1: loss,penalty,accuracy", "test",
            "test: loss,penalty,accuracy,val_loss,val_accuracy"];
        const string End = "loss,penalty,accuracy,val_loss,val_accuracy,learning_rate";
        Assert.Equal(["train", "epoch 0", .. epoch, "epoch 0: " + End, "epoch 1", .. epoch, "epoch 1: " + End, "train: " + End], events);
    }

    [Fact]
    public void A_stop_within_an_epoch_ends_it_but_it_is_validated_and_reported()
    {
        List<string> events = [];
        History history = new PointNet().Fit(Samples.Points(9), new FitOptions
        {
            Epochs = 3, BatchSize = 3, Verbose = Verbose.Silent, ValidationData = Samples.Points(2),
            Callbacks = [new Recorder(events, stopAt: 1)],
        });
        Assert.Equal(2, events.Count(text => text is "batch 0" or "batch 1" or "batch 2"));
        Assert.Equal([0], history.Epochs);
        Assert.Single(history["val_loss"]);
        Assert.False(history.Canceled);
    }

    [Fact]
    public void What_a_callback_adds_to_the_logs_is_in_the_history_and_on_the_line()
    {
        StringWriter output = new();
        History history = new PointNet().Fit(Samples.Points(9), new FitOptions
        {
            Output = output, Callbacks = [new LambdaCallback(onEpochEnd: (_, logs) => logs["own"] = logs["loss"] + 1)],
        });
        Assert.Equal(history["loss"][0] + 1, history["own"][0]);
        Assert.Contains(" - own: ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_training()
    {
        StringWriter output = new();
        PointNet net = new();
        using PointNet.Trainer trainer = net.CreateTrainer();
        History history = trainer.Fit(Samples.Points(20), new FitOptions
        {
            Epochs = 5, BatchSize = 5, Verbose = Verbose.Silent, Output = output,
            Callbacks = [new TerminateOnNaN(), new LambdaCallback(onTrainBatchBegin: batch =>
            {
                if (trainer.Updates == 6)
                {
                    net.Parameters.Fill(float.NaN);
                }
            })],
        });
        Assert.Equal([0, 1], history.Epochs);
        Assert.Equal(7, trainer.Updates);
        Assert.Equal("Batch 2: Invalid loss, terminating training" + Environment.NewLine, output.ToString());
    }

    [Fact]
    public void The_csv_log_has_a_line_an_epoch()
    {
        string path = Path.Combine(_directory, "log.csv");
        FitOptions options = new() { Epochs = 2, Verbose = Verbose.Silent, ValidationData = Samples.Points(5) };
        History history = new PointNet().Fit(Samples.Points(9), options with { Callbacks = [new CsvLogger(path)] });
        string[] lines = File.ReadAllLines(path);
        Assert.Equal("epoch,accuracy,learning_rate,loss,penalty,val_accuracy,val_loss", lines[0]);
        Assert.Equal(FormattableString.Invariant(
            $"1,{history["accuracy"][1]:R},{history["learning_rate"][1]:R},{history["loss"][1]:R},{history["penalty"][1]:R},{history["val_accuracy"][1]:R},{history["val_loss"][1]:R}"),
            lines[2]);
        new PointNet().Fit(Samples.Points(9), options with { InitialEpoch = 1, Callbacks = [new CsvLogger(path) { Append = true }] });
        Assert.Equal(4, File.ReadAllLines(path).Length);
        new PointNet().Fit(Samples.Points(9), options with { Callbacks = [new CsvLogger(path) { Separator = ";" }] });
        Assert.Equal("epoch;accuracy;learning_rate;loss;penalty;val_accuracy;val_loss", File.ReadAllLines(path)[0]);
    }

    [Fact]
    public void The_csv_log_keeps_columns_for_a_validation_that_did_not_come()
    {
        string path = Path.Combine(_directory, "log.csv");
        new BinaryNet().Fit(Samples.Halves(9), new FitOptions { Verbose = Verbose.Silent, Callbacks = [new CsvLogger(path)] });
        string[] lines = File.ReadAllLines(path);
        Assert.Equal("epoch,accuracy,learning_rate,loss,penalty,val_accuracy,val_learning_rate,val_loss,val_penalty", lines[0]);
        Assert.EndsWith(",NA,NA,NA,NA", lines[1], StringComparison.Ordinal);
    }

    /// <summary>An own value, as the name of an output can be, with all that a reader of CSV stumbles over.</summary>
    [Fact]
    public void The_csv_log_quotes_names_and_goes_on_with_them()
    {
        const string Name = "a, \"b\"\nc";
        string path = Path.Combine(_directory, "log.csv");
        CsvLogger logger = new(path);
        FitOptions options = new()
        {
            Epochs = 2, Verbose = Verbose.Silent, ValidationData = Samples.Points(2),
            Callbacks = [new LambdaCallback(onEpochEnd: (_, logs) => logs[Name] = 2.5), logger],
        };
        new PointNet().Fit(Samples.Points(9), options);
        string expected = "epoch,\"a, \"\"b\"\"\nc\",accuracy,learning_rate,loss,penalty,val_accuracy,val_loss" + Environment.NewLine;
        Assert.StartsWith(expected + "0,2.5,", File.ReadAllText(path), StringComparison.Ordinal);
        Dataset read = Dataset.FromCsv(path, new CsvOptions { InputColumns = [Name] });
        Assert.Equal(2, read.Count);

        CallbackState state = new(0);
        logger.SaveState(state);
        string begun = File.ReadAllText(path);
        CsvLogger second = new(path);
        LambdaCallback load = new(onTrainBegin: _ => second.LoadState(state));
        new PointNet().Fit(Samples.Points(9), options with { InitialEpoch = 2, Epochs = 3, Callbacks = [options.Callbacks[0], second, load] });
        Assert.StartsWith(begun + "2,2.5,", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(1, File.ReadAllText(path).Split("epoch").Length - 1);
    }

    [Fact]
    public void A_failing_fit_lets_go_of_the_log_file()
    {
        string path = Path.Combine(_directory, "log.csv");
        LambdaCallback failing = new(onTrainBatchEnd: (_, _) => throw new InvalidOperationException("own"));
        Assert.Throws<InvalidOperationException>(() => new PointNet().Fit(
            Samples.Points(9), new FitOptions { Verbose = Verbose.Silent, Callbacks = [new CsvLogger(path), failing] }));
        File.Delete(path);
        using FileStream again = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public void Steps_with_callbacks_allocate_nothing()
    {
        long[] bytes = new long[100];
        using PointNet.Trainer trainer = new PointNet().CreateTrainer();
        trainer.Fit(Samples.Points(100), new FitOptions
        {
            BatchSize = 1, Verbose = Verbose.Silent, ClassWeight = new Dictionary<int, float> { [1] = 2 },
            Callbacks = [new TerminateOnNaN(), new EarlyStopping("loss"),
                new LambdaCallback(onTrainBatchEnd: (batch, _) => bytes[batch] = GC.GetAllocatedBytesForCurrentThread())],
        });
        Assert.Equal(0, bytes[99] - bytes[20]);
    }

    private sealed class Recorder(List<string> events, int? stopAt) : Callback
    {
        public override void OnTrainBegin() => events.Add("train");

        public override void OnTrainEnd(TrainingLogs logs) => events.Add("train: " + string.Join(',', logs.Keys));

        public override void OnEpochBegin(int epoch) => events.Add($"epoch {epoch}");

        public override void OnEpochEnd(int epoch, TrainingLogs logs) => events.Add($"epoch {epoch}: " + string.Join(',', logs.Keys));

        public override void OnTrainBatchBegin(int batch) => events.Add($"batch {batch}");

        public override void OnTrainBatchEnd(int batch, TrainingLogs logs)
        {
            events.Add($"batch {batch}: " + string.Join(',', logs.Keys));
            Run.StopTraining = batch == stopAt;
        }

        public override void OnTestBegin() => events.Add("test");

        public override void OnTestEnd(TrainingLogs logs) => events.Add("test: " + string.Join(',', logs.Keys));
    }
}
