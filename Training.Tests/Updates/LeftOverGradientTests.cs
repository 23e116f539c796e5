using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Updates;

/// <summary>An epoch whose batches don't fill the last average of gradients.</summary>
public sealed class LeftOverGradientTests
{
    [Fact]
    public void The_end_of_an_epoch_applies_them()
    {
        // Three batches of equal size: their mean gradient is that of all samples.
        SmallNet net = new(seed: 1);
        SmallNet whole = new(seed: 1);
        net.Fit(Data(12), Options(batchSize: 4) with { GradientAccumulationSteps = 4 });
        whole.Fit(Data(12), Options(batchSize: 12));
        Assert.NotEqual(new SmallNet(seed: 1).Parameters.ToArray(), net.Parameters.ToArray());
        Assert.All(whole.Parameters.ToArray().Zip(net.Parameters.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void What_waits_is_averaged_and_then_forgotten()
    {
        SmallNet net = new();
        net.Parameters.Clear();
        using SmallNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { GradientAccumulationSteps = 3, LearningRate = 1 });
        trainer.ApplyAccumulatedGradients();
        Assert.Equal(0, trainer.Updates);
        foreach (float gradient in new[] { -1f, -3f })
        {
            trainer.Gradients.Fill(gradient);
            trainer.ApplyGradients();
        }

        Assert.Equal(2, trainer.AccumulatedGradients);
        trainer.ApplyAccumulatedGradients();
        trainer.ApplyAccumulatedGradients();
        Assert.All(net.Parameters.ToArray(), w => Assert.Equal(2, w));
        Assert.All(trainer.Gradients.ToArray(), g => Assert.Equal(-2, g));
        Assert.Equal((0, 1, 2), (trainer.AccumulatedGradients, trainer.Updates, trainer.Steps));
    }

    /// <summary>Five batches an epoch, two gradients an update: the schedule stands at the batches that were trained with.</summary>
    [Fact]
    public void A_schedule_goes_on_with_the_number_of_batches()
    {
        using SmallNet.Trainer trainer = new SmallNet().CreateTrainer(new TrainerOptions
        {
            GradientAccumulationSteps = 2, LearningRateSchedule = new PolynomialDecay(0.1, 100, 0),
        });
        trainer.Fit(Data(20), Options(batchSize: 4) with { Epochs = 3 });
        Assert.Equal((15, 9), (trainer.Steps, trainer.Updates));
        Assert.Equal(0.1f * 0.85f, trainer.LearningRate, 1e-6f);

        using MemoryStream file = new();
        trainer.SaveCheckpoint(file);
        file.Position = 0;
        using SmallNet.Trainer other = new SmallNet().CreateTrainer(new TrainerOptions
        {
            GradientAccumulationSteps = 2, LearningRateSchedule = new PolynomialDecay(0.1, 100, 0),
        });
        other.LoadCheckpoint(file);
        Assert.Equal((15, 9), (other.Steps, other.Updates));
    }

    [Fact]
    public void A_fit_that_is_stopped_within_an_epoch_leaves_them()
    {
        using SmallNet.Trainer trainer = new SmallNet().CreateTrainer(new TrainerOptions { GradientAccumulationSteps = 4 });
        StopAt stop = new(2);
        trainer.Fit(Data(20), Options(batchSize: 4) with { Callbacks = [stop] });
        Assert.Equal((3, 0), (trainer.AccumulatedGradients, trainer.Updates));
    }

    private static FitOptions Options(int batchSize) => new() { BatchSize = batchSize, Shuffle = false, Verbose = Verbose.Silent };

    private static Dataset Data(int count) =>
        new(Samples.Values(count * SmallNet.InputSize, 1), Samples.Values(count * SmallNet.OutputSize, 2), SmallNet.InputSize);

    private sealed class StopAt(int batch) : Callback
    {
        public override void OnTrainBatchEnd(int batch1, TrainingLogs logs) => Run.StopTraining = batch1 == batch;
    }
}
