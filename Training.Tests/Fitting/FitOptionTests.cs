using System;
using System.Collections.Generic;
using Xunit;

namespace StaticNets.Training.Tests.Fitting;

/// <summary>Settings are written as numbers come, without a suffix, and a wrong one is called by its name before anything is trained.</summary>
public sealed class FitOptionTests
{
    private static readonly FitOptions s_quiet = new() { Verbose = Verbose.Silent, BatchSize = 8 };

    [Fact]
    public void Settings_take_doubles()
    {
        FitOptions options = s_quiet with
        {
            LearningRate = 0.001, PenaltyScale = 0.5, ClipNorm = 1.5, UseEma = true, EmaMomentum = 0.9, ClassWeight = new() { [1] = 2.5 },
            Callbacks = [new LearningRateScheduler((epoch, rate) => epoch < 1 ? rate : rate * 0.5)],
        };
        PointNet net = new();
        PointNet same = new();

        net.Fit(Samples.Points(8), options);
        same.Fit(Samples.Points(8), options with { LearningRate = 0.001f, EmaMomentum = 0.9f, ClassWeight = new Dictionary<int, float> { [1] = 2.5f } });

        Assert.Equal(net.Parameters.ToArray(), same.Parameters.ToArray());
    }

    [Fact]
    public void Scales_of_bytes_take_doubles()
    {
        using IBatchReader reader = new Dataset(new byte[] { 2, 4 }, inputSize: 2, scale: 0.25).CreateReader(1);
        Assert.True(reader.Read(out Batch batch));

        Assert.Equal([0.5f, 1f], batch.Inputs.ToArray());
        Assert.Equal("scale", Assert.Throws<ArgumentOutOfRangeException>(() => new Dataset(new byte[2], inputSize: 2, scale: 1e60)).ParamName);
    }

    [Fact]
    public void Class_weights_are_a_dictionary_of_either_kind()
    {
        ClassWeights? ofDoubles = new Dictionary<int, double> { [1] = 2.5 };
        ClassWeights? ofFloats = new Dictionary<int, float> { [1] = 2.5f };
        ClassWeights? none = (Dictionary<int, double>?)null;

        Assert.Equal(2.5, ofDoubles![1]);
        Assert.Equal(ofDoubles, ofFloats!);
        Assert.Equal(1, ofDoubles[0]);
        Assert.Null(none);
    }

    [Fact]
    public void A_wrong_setting_is_called_by_its_name()
    {
        AssertRefused("options.LearningRate", "LearningRate must be finite and not negative.", s_quiet with { LearningRate = -0.1 });
        AssertRefused("options.LearningRate", "LearningRate must be finite and not negative.", s_quiet with { LearningRate = double.NaN });
        AssertRefused("options.LearningRate", "LearningRate must be finite and not negative.", s_quiet with { LearningRate = 1e-60 });
        AssertRefused("options.LearningRate", "LearningRate must be finite and not negative.", s_quiet with { LearningRate = 1e60 });
        AssertRefused("options.PenaltyScale", "PenaltyScale must be finite and not negative.", s_quiet with { PenaltyScale = -1 });
        AssertRefused("options.ClipValue", "ClipValue must be finite and above 0.", s_quiet with { ClipValue = 1e-60 });
        AssertRefused("options.ValidationSplit", "A validation split of 1E-20 leaves 8 of 8 samples to train with", s_quiet with { ValidationSplit = 1e-20 });
        using PointNet.Trainer trainer = new PointNet().CreateTrainer();
        AssertRefused("LearningRate", "LearningRate must be finite and not negative.", () => trainer.LearningRate = -1);
        AssertRefused("Iteration", "Iteration must not be negative.", () => trainer.Iteration = -1);
        AssertRefused("Updates", "Updates must not be negative.", () => trainer.Updates = -1);
    }

    [Fact]
    public void Two_that_set_the_learning_rate_are_refused_before_the_first_step()
    {
        FitOptions options = s_quiet with { LearningRateSchedule = new ExponentialDecay(0.1, 10, 0.5), Epochs = 3 };
        foreach (Callback callback in new Callback[] { new ReduceLROnPlateau("loss"), new LearningRateScheduler(_ => 0.1) })
        {
            PointNet net = new();
            float[] before = net.Parameters.ToArray();

            InvalidOperationException refused = Assert.Throws<InvalidOperationException>(
                () => net.Fit(Samples.Points(8), options with { Callbacks = [callback] }));

            Assert.StartsWith($"{callback.GetType().Name} sets the learning rate, but the trainer has a LearningRateSchedule", refused.Message, StringComparison.Ordinal);
            Assert.Equal(before, net.Parameters.ToArray());
        }
    }

    [Fact]
    public void What_is_watched_is_a_property_too()
    {
        Assert.Equal("loss", new EarlyStopping { Monitor = "loss" }.Monitor);
        Assert.Equal("loss", new EarlyStopping("loss").Monitor);
        Assert.Equal("val_loss", new EarlyStopping().Monitor);
        Assert.Equal("loss", new ReduceLROnPlateau { Monitor = "loss" }.Monitor);
        Assert.Equal("val_loss", new ReduceLROnPlateau().Monitor);
        Assert.Equal("loss", new ModelCheckpoint("net.safetensors") { Monitor = "loss" }.Monitor);
        Assert.Equal("here", new TensorBoard { LogDirectory = "here" }.LogDirectory);
        EarlyStopping stopping = new() { Monitor = "loss", MinDelta = 1000, Patience = 1 };

        Assert.Equal(2, new PointNet().Fit(Samples.Points(8), s_quiet with { Epochs = 9, Callbacks = [stopping] })["loss"].Count);
    }

    private static void AssertRefused(string argument, string message, FitOptions options) =>
        AssertRefused(argument, message, () => new PointNet().Fit(Samples.Points(8), options));

    private static void AssertRefused(string argument, string message, Action action)
    {
        ArgumentException refused = Assert.ThrowsAny<ArgumentException>(action);
        Assert.Equal(argument, refused.ParamName);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }
}
