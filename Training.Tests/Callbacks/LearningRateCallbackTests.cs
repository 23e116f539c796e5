using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Callbacks;

public sealed class LearningRateCallbackTests
{
    [Theory]
    [InlineData(2, 0, 0, new[] { 5.0, 4, 4, 4, 4, 4, 3 }, new[] { 1, 1, 1, 1, 0.5, 0.5, 0.25 })]
    [InlineData(1, 2, 0, new[] { 4.0, 4, 4, 4, 4, 4, 4 }, new[] { 1, 1, 0.5, 0.5, 0.25, 0.25, 0.125 })]
    [InlineData(1, 0, 0.3, new[] { 4.0, 4, 4, 4, 4 }, new[] { 1, 1, 0.5, 0.3, 0.3 })]
    [InlineData(1, 0, 0, new[] { 4.0, 3.99995, 3.9998 }, new[] { 1, 1, 0.5 })]
    public void It_is_lowered_on_a_plateau(int patience, int cooldown, double least, double[] values, double[] expected)
    {
        ReduceLROnPlateau callback = new() { Factor = 0.5, Patience = patience, Cooldown = cooldown, MinLearningRate = least };
        Assert.Equal(expected.Select(rate => (float)rate), Rates(callback, values));
    }

    [Fact]
    public void Its_defaults_are_Keras_defaults()
    {
        float[] rates = Rates(new ReduceLROnPlateau(), [.. Enumerable.Repeat(1.0, 13)]);
        Assert.All(rates[..11], rate => Assert.Equal(1f, rate));
        Assert.Equal([0.1f, 0.1f], rates[11..]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Rates(new ReduceLROnPlateau { Factor = 1 }, [1]));
    }

    [Fact]
    public void A_scheduler_sets_it_at_each_epochs_begin()
    {
        Assert.Equal([1f, 1f, 0.5f, 0.25f], Rates(new LearningRateScheduler((epoch, rate) => epoch < 2 ? rate : rate / 2), [1, 1, 1, 1]));
        Assert.Equal([8f, 7f, 6f], Rates(new LearningRateScheduler(epoch => 8 - epoch), [1, 1, 1]));
    }

    [Fact]
    public void A_trainer_with_a_schedule_refuses_both()
    {
        TrainerOptions options = new() { LearningRateSchedule = new ExponentialDecay(1, 10, 0.5) };
        using PointNet.Trainer trainer = new PointNet().CreateTrainer(options);
        Assert.Throws<InvalidOperationException>(() => trainer.LearningRate = 1);
        Assert.Throws<InvalidOperationException>(() => Script.Run(trainer, new LearningRateScheduler(_ => 1), "x", [1]));
    }

    /// <summary>A thousandth times a tenth is, in floats, not the float next to a ten-thousandth.</summary>
    [Fact]
    public void What_is_printed_is_rounded()
    {
        using PointNet.Trainer trainer = new PointNet().CreateTrainer(new TrainerOptions { LearningRate = 0.001f });
        StringWriter output = new();
        Script.Run(trainer, new ReduceLROnPlateau { Patience = 1, Verbose = true }, "val_loss", [1, 1], output);
        Assert.Equal("Epoch 2: ReduceLROnPlateau reducing learning rate to 0.0001." + Environment.NewLine, output.ToString());
        output = new StringWriter();
        Script.Run(trainer, new LearningRateScheduler((_, rate) => 0.7f * rate * 0.1f) { Verbose = true }, "val_loss", [1], output);
        Assert.Equal("Epoch 1: LearningRateScheduler setting learning rate to 7e-06." + Environment.NewLine, output.ToString());
    }

    /// <summary>The learning rate that each epoch was trained with.</summary>
    private static float[] Rates(Callback callback, double[] values)
    {
        using PointNet.Trainer trainer = new PointNet().CreateTrainer(new TrainerOptions { LearningRate = 1 });
        List<float> rates = [];
        History history = trainer.Fit(Samples.Points(4), new FitOptions
        {
            Epochs = values.Length,
            Verbose = Verbose.Silent,
            Callbacks =
            [
                new LambdaCallback(onEpochEnd: (epoch, logs) => logs["val_loss"] = values[epoch]),
                callback,
                new LambdaCallback(onTrainBatchBegin: _ => rates.Add(trainer.LearningRate)),
            ],
        });
        Assert.Equal(rates.Select(rate => (double)rate), history["learning_rate"]);
        return [.. rates];
    }
}
