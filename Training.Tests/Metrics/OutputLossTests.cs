using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using StaticNets.Training.Tests.Reporting;
using Xunit;

namespace StaticNets.Training.Tests.Metrics;

public sealed class OutputLossTests : IDisposable
{
    private const int Count = 20;

    private readonly string _directory = Directory.CreateTempSubdirectory("outputs").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void The_losses_of_the_outputs_are_reported_before_their_weights()
    {
        WeighedOutputNet net = new(seed: 4);
        (double kind, double place) = Expected(net);
        Evaluation evaluation = net.Evaluate(Data(), batchSize: 7);
        Assert.Equal(["kind_loss", "place_loss"], evaluation.OutputLosses.Keys);
        Assert.Equal(kind, evaluation["kind_loss"], 1e-6);
        Assert.Equal(place, evaluation["place_loss"], 1e-6);
        Assert.Equal((0.25 * kind) + place, evaluation.Loss, 1e-6);
        Assert.Matches(@"^kind_accuracy: \S+ - kind_loss: \S+ - loss: \S+ - place_loss: \S+ - place_mean_absolute_error: \S+$", evaluation.ToString());
        Assert.Empty(new PointNet().Evaluate(Samples.Points(5)).OutputLosses);

        // One batch, so that the epoch's mean is the loss at the weights before the update.
        History history = net.Fit(Data(), new FitOptions { BatchSize = Count, Verbose = Verbose.Silent, ValidationData = Data() });
        Assert.Equal(
            ["loss", "kind_loss", "place_loss", "penalty", "kind_accuracy", "place_mean_absolute_error",
            "val_loss", "val_kind_loss", "val_place_loss", "val_kind_accuracy", "val_place_mean_absolute_error", "learning_rate"],
            history.Columns.Keys);
        Assert.Equal(kind, history["kind_loss"][0], 1e-6);
        Assert.Equal(place, history["place_loss"][0], 1e-6);
        (kind, place) = Expected(net);
        Assert.Equal(kind, history["val_kind_loss"][0], 1e-6);
        Assert.Equal(place, history["val_place_loss"][0], 1e-6);
    }

    [Fact]
    public void They_are_weighted_by_sample()
    {
        WeighedOutputNet net = new(seed: 4);
        float[] weights = [.. Enumerable.Repeat(1f, Count / 2), .. Enumerable.Repeat(0f, Count / 2)];
        Evaluation half = net.Evaluate(Data().Take(Count / 2));
        Evaluation weighted = net.Evaluate(Data().WithSampleWeights(weights));
        Assert.Equal(half["kind_loss"] / 2, weighted["kind_loss"], 1e-6);
        Assert.Equal(half["place_loss"] / 2, weighted["place_loss"], 1e-6);
    }

    [Fact]
    public void They_stand_in_every_report()
    {
        StringWriter output = new();
        History history = new WeighedOutputNet().Fit(Data(), new FitOptions
        {
            Epochs = 2, BatchSize = 6, ValidationData = Data(), Output = output, Verbose = Verbose.OneLine,
            Callbacks = [new CsvLogger(Path.Combine(_directory, "log.csv")), new TensorBoard(_directory)],
        });
        Assert.Matches(@"kind_loss: \S+ - loss: .*place_loss: \S+ .*val_kind_loss: \S+ .*val_place_loss: ", output.ToString());
        Assert.StartsWith("epoch,loss,kind_loss,place_loss,penalty,", history.ToCsv(), StringComparison.Ordinal);
        Assert.Contains(",kind_loss,", File.ReadLines(Path.Combine(_directory, "log.csv")).First(), StringComparison.Ordinal);
        history.SaveHtml(Path.Combine(_directory, "history.html"));
        Assert.Contains("<title>place_loss</title>", File.ReadAllText(Path.Combine(_directory, "history.html")), StringComparison.Ordinal);
        Assert.Equal(
            history["val_kind_loss"].Select(value => (float)value), Scalars("validation", "epoch_kind_loss"));
        Assert.Equal(history["place_loss"].Select(value => (float)value), Scalars("train", "epoch_place_loss"));
    }

    [Fact]
    public void Callbacks_watch_them_and_know_which_way_is_better()
    {
        List<double> losses = [];
        History history = new WeighedOutputNet().Fit(Data(), new FitOptions
        {
            Epochs = 9, BatchSize = 5, Verbose = Verbose.Silent, ValidationData = Data(),
            Callbacks =
            [
                new LambdaCallback(onEpochEnd: (epoch, logs) =>
                {
                    losses.Add(logs["kind_loss"]);
                    logs["val_place_loss"] = epoch < 3 ? 5 - epoch : 5;
                    logs["val_kind_accuracy"] = epoch;
                }),
                new EarlyStopping("val_kind_accuracy") { Patience = 1 },
                new EarlyStopping("val_place_loss") { Patience = 2 },
            ],
        });
        Assert.Equal(5, history.Epochs.Count);
        Assert.Equal(losses, history["kind_loss"]);
        Assert.Throws<ArgumentException>(() => new WeighedOutputNet().Fit(
            Data(), new FitOptions { Verbose = Verbose.Silent, Callbacks = [new EarlyStopping("gain")] }));
    }

    [Fact]
    public void Resumed_training_goes_on_from_their_sums()
    {
        FitOptions options = new() { Epochs = 2, BatchSize = 3, Verbose = Verbose.Silent, Seed = 5 };
        History whole = new WeighedOutputNet().Fit(Data(), options);
        BackupAndRestore Backup() => new(Path.Combine(_directory, "backup")) { SaveFrequency = 1 };
        int batches = 0;
        Assert.Throws<InvalidOperationException>(() => new WeighedOutputNet().Fit(Data(), options with
        {
            Callbacks = [Backup(), new LambdaCallback(onTrainBatchEnd: (_, _) => _ = batches++ == 4 ? throw new InvalidOperationException() : 0)],
        }));
        History resumed = new WeighedOutputNet().Fit(Data(), options with { Callbacks = [Backup()] });
        Assert.Equal(whole["kind_loss"], resumed["kind_loss"]);
        Assert.Equal(whole["place_loss"], resumed["place_loss"]);
    }

    [Fact]
    public void Classes_are_counted_for_the_output_that_is_named()
    {
        WeighedOutputNet net = new(seed: 4);
        EvaluationOptions options = new() { ConfusionMatrix = true };
        Evaluation evaluation = net.Evaluate(Data(), options with { ConfusionMatrixOutput = "kind" });
        ConfusionMatrix matrix = evaluation.ConfusionMatrix!;
        Assert.Equal(3, matrix.Classes);
        Assert.Equal(Count, Enumerable.Range(0, 3).Sum(matrix.Support));
        Assert.Equal(evaluation["kind_accuracy"], Enumerable.Range(0, 3).Sum(c => matrix[c, c]) / (double)Count, 1e-9);
        Assert.Contains("kind, place", Assert.Throws<ArgumentException>(() => net.Evaluate(Data(), options)).Message, StringComparison.Ordinal);
        string unknown = Assert.Throws<ArgumentException>(() => net.Evaluate(Data(), options with { ConfusionMatrixOutput = "size" })).Message;
        Assert.Contains("no output 'size'", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_one_output_says_so()
    {
        WeighedOutputNet net = new();
        FitOptions options = new() { Verbose = Verbose.Silent, ClassWeight = new Dictionary<int, float> { [0] = 2 } };
        Assert.Contains("several outputs", Assert.Throws<ArgumentException>(() => net.Fit(Data(), options)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "'place_mean_absolute_error'",
            Assert.Throws<ArgumentException>(() => net.Evaluate(Data(), Metric.MeanAbsoluteError)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("outputLosses", () => net.ComputeLoss(default, [], new float[3]));
    }

    /// <summary>The losses by their formulas, from the predictions.</summary>
    private static (double Kind, double Place) Expected(WeighedOutputNet net)
    {
        float[] outputs = net.Predict(Data());
        using IBatchReader reader = Data().CreateReader(Count);
        Assert.True(reader.Read(out Batch all));
        (double kind, double place) = (0, 0);
        for (int n = 0; n < Count; n++)
        {
            kind -= Math.Log(outputs[(n * 5) + all.Labels[n]]) / Count;
            for (int i = 0; i < 2; i++)
            {
                place += Math.Pow(outputs[(n * 5) + 3 + i] - all.Targets[(n * 2) + i], 2) / (2 * Count);
            }
        }

        return (kind, place);
    }

    private static Dataset Data() => new(
        Samples.Values(Count * WeighedOutputNet.InputSize, seed: 1),
        [.. Enumerable.Range(0, Count).Select(n => n * 7 % 3)],
        Samples.Values(Count * 2, seed: 2),
        WeighedOutputNet.InputSize);

    private IEnumerable<float> Scalars(string directory, string tag) =>
        EventReader.Read(Path.Combine(_directory, directory)).Where(value => value.Tag == tag).Select(value => value.Scalar!.Value);
}
