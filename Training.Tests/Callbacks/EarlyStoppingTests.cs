using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Callbacks;

public sealed class EarlyStoppingTests
{
    private static readonly double?[] Worsening = [5, 4, 4, 4.5, 4.1, 6, 7, 8];

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(2, 4)]
    [InlineData(4, 6)]
    [InlineData(7, 8)]
    public void It_stops_when_patience_is_at_its_end(int patience, int epochs) =>
        Assert.Equal(epochs, Epochs(new EarlyStopping { Patience = patience }, Worsening));

    [Fact]
    public void It_never_stops_after_the_first_epoch() =>
        Assert.Equal(2, Epochs(new EarlyStopping { Baseline = 1 }, [double.NaN, double.NaN, double.NaN]));

    [Fact]
    public void The_least_difference_counts_in_the_direction_of_the_mode()
    {
        double?[] falling = [1, 0.95, 0.9, 0.85, 0.8];
        Assert.Equal(5, Epochs(new EarlyStopping { MinDelta = 0.04 }, falling));
        Assert.Equal(2, Epochs(new EarlyStopping { MinDelta = 0.06 }, falling));
        Assert.Equal(3, Epochs(new EarlyStopping { MinDelta = 0.06, Patience = 2 }, [1, 0.95, 0.94, 0.93]));
        Assert.Equal(3, Epochs(new EarlyStopping { MinDelta = -0.06, Patience = 2 }, [1, 0.95, 0.94, 0.93]));
        Assert.Equal(2, Epochs(new EarlyStopping("val_accuracy"), falling, "val_accuracy"));
        Assert.Equal(5, Epochs(new EarlyStopping("val_accuracy"), [.. falling.Reverse()], "val_accuracy"));
        Assert.Equal(2, Epochs(new EarlyStopping("own") { Mode = MonitorMode.Max }, falling, "own"));
        Assert.Equal(5, Epochs(new EarlyStopping("own") { Mode = MonitorMode.Min }, falling, "own"));
    }

    [Fact]
    public void Waiting_starts_over_only_when_the_baseline_is_beaten()
    {
        // Each epoch is an improvement, so none is stopped at; the wait goes on beneath and ends at the first one that is no improvement.
        Assert.Equal(4, Epochs(new EarlyStopping { Patience = 2, Baseline = 1 }, [5, 4, 3, 3, 2, 2]));
        Assert.Equal(5, Epochs(new EarlyStopping { Patience = 2, Baseline = 3.5 }, [5, 4, 3, 3, 3, 2]));
    }

    [Fact]
    public void Early_epochs_are_not_looked_at() =>
        Assert.Equal(5, Epochs(new EarlyStopping { StartFromEpoch = 3 }, [1, 2, 3, 4, 4, 4]));

    [Fact]
    public void An_epoch_without_the_value_is_passed_over_with_a_warning()
    {
        StringWriter output = new();
        Assert.Equal(4, Epochs(new EarlyStopping { Patience = 1 }, [1, null, null, 2, 3], output: output));
        string warning = Assert.Single(output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("'val_loss'", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_direction_that_is_unknown_is_asked_for()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Epochs(new EarlyStopping("own"), [1], "own"));
        Assert.Contains("Mode", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 3.0, 1, 2, 2, 2 }, 1, 1)]
    [InlineData(new[] { 1.0, 2, 2 }, 9, 0)]
    [InlineData(new[] { double.NaN, double.NaN, double.NaN, double.NaN }, 2, 0)]
    public void The_best_weights_come_back_stopped_or_not(double[] values, int patience, int best)
    {
        PointNet net = new();
        using PointNet.Trainer trainer = net.CreateTrainer();
        List<float[]> weights = [];
        StringWriter output = new();
        EarlyStopping stopping = new() { Patience = patience, RestoreBestWeights = true, Verbose = true };
        trainer.Fit(Samples.Points(20), new FitOptions
        {
            Epochs = values.Length,
            Verbose = Verbose.Silent,
            Output = output,
            Callbacks = [new LambdaCallback(onEpochEnd: (epoch, logs) =>
            {
                logs["val_loss"] = values[epoch];
                weights.Add(net.Parameters.ToArray());
            }), stopping],
        });
        Assert.Equal(weights[best], net.Parameters.ToArray());
        Assert.NotEqual(weights[^1], weights[best]);
        Assert.Contains($"best epoch: {best + 1}.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(stopping.StoppedEpoch is int epoch,
            output.ToString().Contains($"Epoch {stopping.StoppedEpoch + 1}: early stopping", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_fit_starts_anew()
    {
        EarlyStopping stopping = new();
        Assert.Equal(2, Epochs(stopping, [1, 2, 3]));
        Assert.Equal(3, Epochs(stopping, [9, 8, 9, 9]));
    }

    private static int Epochs(Callback callback, double?[] values, string name = "val_loss", TextWriter? output = null)
    {
        using PointNet.Trainer trainer = new PointNet().CreateTrainer();
        return Script.Run(trainer, callback, name, values, output).Epochs.Count;
    }
}
