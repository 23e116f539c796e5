using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Callbacks;

/// <summary>A first value that is no number is not the best: the best is then the first number that nobody beats.</summary>
public sealed class FirstValueTests : IDisposable
{
    private static readonly double?[] s_values = [double.NaN, 1, 0.5, 0.7, 0.9];

    private readonly string _directory = Directory.CreateTempSubdirectory("first").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void EarlyStopping_goes_back_to_the_best(double first)
    {
        PointNet net = new();
        using PointNet.Trainer trainer = net.CreateTrainer();
        List<float[]> weights = [];
        EarlyStopping stopping = new() { Patience = 2, RestoreBestWeights = true };
        History history = trainer.Fit(Samples.Points(4), new FitOptions
        {
            Epochs = 5, Verbose = Verbose.Silent,
            Callbacks = [new LambdaCallback(onEpochEnd: (epoch, logs) =>
            {
                logs["val_loss"] = epoch == 0 ? first : s_values[epoch]!.Value;
                weights.Add(net.Parameters.ToArray());
            }), stopping],
        });
        Assert.Equal((5, 4), (history.Epochs.Count, stopping.StoppedEpoch));
        Assert.Equal(weights[2], net.Parameters.ToArray());
    }

    [Fact]
    public void ModelCheckpoint_saves_the_best()
    {
        using PointNet.Trainer trainer = new PointNet().CreateTrainer();
        ModelCheckpoint checkpoint = new(Path.Combine(_directory, "{epoch}")) { SaveBestOnly = true };
        Script.Run(trainer, checkpoint, "val_loss", s_values);
        Assert.Equal(0.5, checkpoint.Best);
        Assert.Equal(["2", "3"], Directory.GetFiles(_directory).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        checkpoint = new(Path.Combine(_directory, "{epoch}")) { SaveBestOnly = true, Monitor = "val_accuracy" };
        Script.Run(trainer, checkpoint, "val_accuracy", [double.NaN, 0.1, 0.5, 0.4]);
        Assert.Equal(0.5, checkpoint.Best);
        checkpoint = new(Path.Combine(_directory, "{epoch}")) { SaveBestOnly = true };
        Script.Run(trainer, checkpoint, "val_loss", [double.NaN, double.NaN]);
        Assert.Null(checkpoint.Best);
    }

    [Fact]
    public void ReduceLROnPlateau_waits_from_the_best()
    {
        using PointNet.Trainer trainer = new PointNet().CreateTrainer(new TrainerOptions { LearningRate = 1 });
        History history = Script.Run(trainer, new ReduceLROnPlateau { Patience = 2, Factor = 0.5 }, "val_loss", s_values);
        Assert.Equal([1, 1, 1, 1, 1.0], history["learning_rate"]);
        Assert.Equal(0.5f, trainer.LearningRate);
    }
}
