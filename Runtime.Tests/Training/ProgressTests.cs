using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using Xunit;

namespace StaticNets.Tests;

public sealed class ProgressTests
{
    private const string Bar = "\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501";

    [Fact]
    public void A_redirected_fit_prints_a_header_and_a_line_an_epoch()
    {
        string[] lines = Print(new FitOptions { Epochs = 2, BatchSize = 10, ValidationData = Samples.Clusters(10) }, terminal: false);
        Assert.Equal(4, lines.Length);
        Assert.Equal("Epoch 1/2", lines[0]);
        Assert.Equal("Epoch 2/2", lines[2]);
        Assert.StartsWith($"10/10 {Bar} 4s 200ms/step - accuracy: ", lines[1], StringComparison.Ordinal);
        Assert.Matches(@" - accuracy: \d\.\d{4} - loss: \d\.\d{4} - penalty: \d\.\d{4}(e-\d\d)? - val_accuracy: \d\.\d{4} - val_loss: \d\.\d{4}$", lines[1]);
    }

    [Fact]
    public void One_epoch_has_no_header_and_OneLine_no_bar()
    {
        string line = Assert.Single(Print(new FitOptions { BatchSize = 10, Verbose = Verbose.OneLine }, terminal: true));
        Assert.StartsWith("10/10 - 4s - 200ms/step - accuracy: ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Silence_prints_nothing()
    {
        using StringWriter output = new();
        new LinearNet().Fit(Samples.Clusters(10), new FitOptions { Verbose = Verbose.Silent, Output = output });
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void On_a_terminal_the_line_is_drawn_over()
    {
        string[] drawn = Assert.Single(Print(new FitOptions { BatchSize = 10 }, terminal: true)).Split('\r');
        Assert.Equal(11, drawn.Length);
        Assert.Equal("", drawn[0]);
        Assert.StartsWith(
            $"\e[1m 3/10\e[0m \e[32m{Bar[..6]}\e[37m{Bar[6..]}\e[0m \e[1m1s\e[0m 200ms/step - accuracy: ", drawn[3], StringComparison.Ordinal);
        Assert.StartsWith($"\e[1m10/10\e[0m \e[32m{Bar}\e[37m\e[0m \e[1m4s\e[0m 200ms/step - accuracy: ", drawn[10], StringComparison.Ordinal);
    }

    [Fact]
    public void A_shorter_line_covers_the_longer_one_before()
    {
        ProgressLine line = new(bar: false, colors: false, []);
        using StringWriter output = new();
        ProgressReporter reporter = new(new FitOptions { Output = output, TimeProvider = new TestClock() }, LinearNet.Info, terminal: true);
        TrainingRun run = new(null!, 1, 3);
        reporter.Attach(run);
        reporter.OnEpochBegin(0);
        run.Logs.Set("loss", 1e-5);
        reporter.OnTrainBatchEnd(0, run.Logs);
        run.Logs.Set("loss", 0.5);
        reporter.OnEpochEnd(0, run.Logs);
        Assert.EndsWith($"loss: 0.5000    {Environment.NewLine}", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_epoch_ends_its_line()
    {
        using StringWriter output = new();
        ProgressReporter reporter = new(new FitOptions { Output = output, TimeProvider = new TestClock() }, LinearNet.Info, terminal: true);
        TrainingRun run = new(null!, 1, 3);
        reporter.Attach(run);
        reporter.OnEpochBegin(0);
        reporter.OnTrainBatchEnd(0, run.Logs);
        reporter.OnTrainEnd(run.Logs);
        Assert.EndsWith($"/step{Environment.NewLine}", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.12345, "0.1235")]
    [InlineData(12.5, "12.5000")]
    [InlineData(0.001, "1.0000e-03")]
    [InlineData(-0.0000123456, "-1.2346e-05")]
    [InlineData(0, "0.0000e+00")]
    [InlineData(1e-100, "1.0000e-100")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void Values_are_printed_as_Python_prints_them(double value, string expected)
    {
        CultureInfo hostile = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        hostile.NumberFormat.NumberDecimalSeparator = ",";
        hostile.NumberFormat.NegativeSign = "~";
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = hostile;
        try
        {
            Assert.Equal(expected, new StringBuilder().AppendMetric(value).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(12, "12s")]
    [InlineData(60, "60s")]
    [InlineData(65, "1:05")]
    [InlineData(3725, "1:02:05")]
    public void The_time_left_is_printed_as_Keras_does(int seconds, string expected) =>
        Assert.Equal(expected, new StringBuilder().AppendTimeLeft(TimeSpan.FromSeconds(seconds)).ToString());

    [Theory]
    [InlineData(2_000_000, "2s/step")]
    [InlineData(0, "0s/step")]
    [InlineData(2_000, "2ms/step")]
    [InlineData(15, "15us/step")]
    public void The_step_time_is_printed_as_Keras_does(int microseconds, string expected) =>
        Assert.Equal(expected, new StringBuilder().AppendStepTime(TimeSpan.FromMicroseconds(microseconds)).ToString());

    [Fact]
    public void A_net_without_penalty_shows_none()
    {
        NetInfo info = LinearNet.Info;
        Assert.DoesNotContain("penalty", ProgressLine.Hidden(info));
        NetInfo plain = new() { Name = "Plain", InputSize = 1, OutputSize = 1, ParameterCount = 1, Classes = 1, Tensors = [new("dense/kernel", [1, 1], 0, 1)] };
        Assert.Contains("penalty", ProgressLine.Hidden(plain));
    }

    /// <summary>Fits 100 samples by a clock that goes on by 2 seconds in the first step and by 0.2 in the others.</summary>
    private static string[] Print(FitOptions options, bool terminal)
    {
        TestClock clock = new();
        using StringWriter output = new();
        using LinearTrainer trainer = (LinearTrainer)new LinearNet().CreateTrainer();
        int step = 0;
        trainer.OnStep = () => clock.Advance(TimeSpan.FromSeconds(step++ % 10 == 0 ? 2 : 0.2));
        options = options with { Output = output, TimeProvider = clock };
        FitPlan plan = FitPlan.Create(trainer.Info, Samples.Clusters(100), options);
        using FitLoop loop = new(trainer, plan, [new ProgressReporter(options, trainer.Info, terminal)]);
        Assert.True(loop.Run());
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
