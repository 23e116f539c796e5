using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Reporting;

public sealed class TensorBoardTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("tensorboard").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void The_readers_checksum_is_CRC_32C() => Assert.Equal(0xE3069283u, EventReader.Crc32C("123456789"u8));

    [Fact]
    public void Epochs_batches_and_validation_are_written()
    {
        PointNet net = new();
        History history = net.Fit(Samples.Points(20), new FitOptions
        {
            Epochs = 3, BatchSize = 5, Verbose = Verbose.Silent, ValidationData = Samples.Points(7, seed: 2),
            Callbacks = [new TensorBoard(_directory) { UpdateFrequency = 2 }],
        });
        List<EventValue> train = EventReader.Read(Path.Combine(_directory, "train"));
        List<EventValue> validation = EventReader.Read(Path.Combine(_directory, "validation"));
        foreach (string name in new[] { "loss", "penalty", "accuracy", "learning_rate" })
        {
            Assert.Equal(Column(history, name), Scalars(train, "epoch_" + name));
        }

        Assert.Equal(Column(history, "val_loss"), Scalars(validation, "epoch_loss"));
        Assert.Equal(Column(history, "val_accuracy"), Scalars(validation, "epoch_accuracy"));
        Assert.Equal([(4L, (float)history["val_loss"][0]), (8, (float)history["val_loss"][1]), (12, (float)history["val_loss"][2])],
            Scalars(validation, "evaluation_loss_vs_iterations"));
        Assert.Equal([2L, 4, 6, 8, 10, 12], Scalars(train, "batch_loss").Select(scalar => scalar.Step));
        Assert.Equal((float)history["loss"][2], Scalars(train, "batch_loss")[^1].Value);
    }

    [Fact]
    public void Weights_are_written_as_histograms()
    {
        PointNet net = new();
        float[] kernel = [];
        net.Fit(Samples.Points(20), new FitOptions
        {
            Epochs = 3, Verbose = Verbose.Silent,
            Callbacks = [new TensorBoard(_directory) { HistogramFrequency = 2 }],
        });
        kernel = net.Parameters[..32].ToArray();
        List<EventValue> values = EventReader.Read(Path.Combine(_directory, "train"));
        Assert.Equal(["dense/kernel/histogram", "dense/bias/histogram", "dense_1/kernel/histogram", "dense_1/bias/histogram"],
            values.Where(value => value.Histogram is not null && value.Step == 2).Select(value => value.Tag));
        EventHistogram histogram = values.Last(value => value.Tag == "dense/kernel/histogram").Histogram!;
        Assert.Equal((kernel.Min(), kernel.Max(), 32), ((float)histogram.Min, (float)histogram.Max, (int)histogram.Number));
        Assert.Equal(kernel.Sum(w => (double)w), histogram.Sum, 1e-9);
        Assert.Equal(kernel.Sum(w => (double)w * w), histogram.SumSquares, 1e-9);
        Assert.Equal(histogram.Limits.Length, histogram.Counts.Length);
        Assert.Equal(32, histogram.Counts.Sum());
        Assert.Equal(kernel.Max(), histogram.Limits[^1], 1e-6);
        for (int i = 0; i < histogram.Limits.Length - 1; i++)
        {
            Assert.Equal(kernel.Count(w => w < histogram.Limits[i]), histogram.Counts.Take(i + 1).Sum());
        }
    }

    [Fact]
    public void Weights_that_are_no_numbers_do_no_harm()
    {
        PointNet net = new();
        net.Parameters.Fill(float.NaN);
        net.Fit(Samples.Points(5),
            new FitOptions { Verbose = Verbose.Silent, Callbacks = [new TensorBoard(_directory) { HistogramFrequency = 1 }] });
        List<EventValue> values = EventReader.Read(Path.Combine(_directory, "train"));
        Assert.Contains(values, value => value.Histogram is { Number: 0 });
        Assert.Contains(values, value => value.Scalar is float.NaN);
    }

    private static (long Step, float Value)[] Column(History history, string name) =>
        [.. history[name].Select((value, epoch) => ((long)epoch, (float)value))];

    private static (long Step, float Value)[] Scalars(List<EventValue> values, string tag) =>
        [.. values.Where(value => value.Tag == tag).Select(value => (value.Step, value.Scalar!.Value))];
}
