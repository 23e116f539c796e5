using System;
using System.Linq;
using System.Threading;
using Xunit;

namespace StaticNets.Tests;

public sealed class FitTests
{
    private static readonly FitOptions Quiet = new() { Verbose = Verbose.Silent };

    [Fact]
    public void A_net_learns_and_its_trainer_is_disposed()
    {
        LinearNet net = new();
        Dataset data = Samples.Clusters(300);
        History history = net.Fit(data, Quiet with { Epochs = 5, BatchSize = 16, Threads = 2, Seed = 9, LearningRate = 0.25f, PenaltyScale = 0.5f });
        Assert.Equal([0, 1, 2, 3, 4], history.Epochs);
        Assert.True(history["loss"][4] < history["loss"][0] / 2);
        Assert.InRange(history["accuracy"][4], 0.99, 1);
        Assert.False(history.Canceled);
        Assert.True(net.LastTrainer!.Disposed);
        Assert.Equal(
            new TrainerOptions { Threads = 2, Seed = 9, MaxBatchSize = 16, LearningRate = 0.25f, PenaltyScale = 0.5f }, net.LastOptions);
        Assert.Equal(["loss", "penalty", "accuracy", "learning_rate"], history.Columns.Keys);
        Assert.Equal(0.25, history["learning_rate"][0]);
    }

    [Fact]
    public void Loss_and_penalty_are_means_weighted_by_the_batches_counts()
    {
        LinearNet net = new();
        Random random = new(3);
        foreach (ref float w in net.Parameters)
        {
            w = random.NextSingle();
        }

        // With a learning rate of 0 every batch sees the same weights, so the epoch's mean is the mean over all samples.
        float penalty = LinearNet.L2 * net.Parameters[..12].ToArray().Sum(w => w * w);
        Dataset data = Samples.Clusters(10);
        Evaluation whole = net.Evaluate(data, batchSize: 10);
        History history = net.Fit(data, Quiet with { BatchSize = 4, LearningRate = 0 });
        Assert.Equal([4, 4, 2], net.LastTrainer!.BatchSizes);
        Assert.Equal(whole.Loss, history["loss"][0], 1e-6);
        Assert.Equal(whole["accuracy"], history["accuracy"][0], 1e-6);
        Assert.Equal(penalty, history["penalty"][0], 1e-6);
        Assert.Equal(0, net.Fit(data, Quiet with { LearningRate = 0, PenaltyScale = 0 })["penalty"][0]);
    }

    [Fact]
    public void Training_metrics_are_those_before_the_update_and_validation_s_those_after()
    {
        LinearNet net = new();
        Dataset data = Samples.Clusters(200);
        double before = net.Evaluate(data).Loss;
        double accuracyBefore = net.Evaluate(data)["accuracy"];
        History history = net.Fit(data, Quiet with { BatchSize = 200, ValidationData = data, Epochs = 2 });
        Assert.Equal(before, history["loss"][0], 1e-6);
        Assert.Equal(accuracyBefore, history["accuracy"][0], 1e-12);
        Assert.True(history["accuracy"][1] > accuracyBefore + 0.2);

        // One batch holds all samples, so an epoch trains on the weights that the epoch before was validated with.
        Assert.Equal(history["val_loss"][0], history["loss"][1], 1e-6);
        Assert.Equal(history["val_accuracy"][0], history["accuracy"][1], 1e-12);
    }

    [Fact]
    public void The_validation_split_is_the_end_of_the_unshuffled_data()
    {
        LinearNet net = new();
        History history = net.Fit(Samples.Numbered(10), Quiet with { BatchSize = 1, ValidationSplit = 0.25, LearningRate = 0, Epochs = 2 });
        Assert.Equal(Enumerable.Range(0, 7).Select(n => (float)n), net.LastTrainer!.FirstInputs.Take(7).Order());
        Assert.Equal(2 * 3, net.LastTrainer.LossCalls);
        Assert.Equal(2, history["val_loss"].Count);
        Assert.Equal(["loss", "penalty", "accuracy", "val_loss", "val_accuracy", "learning_rate"], history.Columns.Keys);
    }

    [Fact]
    public void Shuffling_depends_on_seed_and_epoch_and_can_be_switched_off()
    {
        float[] order = Order(Quiet with { Epochs = 2 });
        Assert.Equal(order, Order(Quiet with { Epochs = 2 }));
        Assert.NotEqual(order[..50], order[50..]);
        Assert.NotEqual(order, Order(Quiet with { Epochs = 2, Seed = 1 }));
        Assert.Equal(order[50..], Order(Quiet with { Epochs = 2, InitialEpoch = 1 }));
        Assert.Equal(Enumerable.Range(0, 50).Select(n => (float)n), Order(Quiet with { Shuffle = false }));

        static float[] Order(FitOptions options)
        {
            LinearNet net = new();
            net.Fit(Samples.Numbered(50), options with { BatchSize = 1, LearningRate = 0 });
            return [.. net.LastTrainer!.FirstInputs];
        }
    }

    [Fact]
    public void A_trainer_goes_on_where_it_was()
    {
        LinearNet net = new();
        using LinearTrainer trainer = (LinearTrainer)net.CreateTrainer(new TrainerOptions { MaxBatchSize = 32 });
        trainer.Fit(Samples.Clusters(64), Quiet);
        History history = trainer.Fit(Samples.Clusters(64), Quiet with { InitialEpoch = 1, Epochs = 3 });
        Assert.Equal([1, 2], history.Epochs);
        Assert.Equal(6, trainer.Updates);
        Assert.False(trainer.Disposed);
        Assert.Equal(net.Evaluate(Samples.Clusters(64)).Loss, trainer.Evaluate(Samples.Clusters(64)).Loss);
    }

    [Fact]
    public void Cancelling_stops_after_the_batch_and_keeps_what_was_learned()
    {
        LinearNet net = new();
        using CancellationTokenSource source = new();
        using LinearTrainer trainer = (LinearTrainer)net.CreateTrainer();
        trainer.OnStep = () =>
        {
            if (trainer.Iteration == 15)
            {
                source.Cancel();
            }
        };
        History history = trainer.Fit(Samples.Clusters(100), Quiet with { Epochs = 9, BatchSize = 10, CancellationToken = source.Token });
        Assert.True(history.Canceled);
        Assert.Equal([0], history.Epochs);
        Assert.Single(history["loss"]);
        Assert.Equal(15, trainer.Updates);
        Assert.Contains(net.Parameters.ToArray(), w => w != 0);

        History nothing = trainer.Fit(Samples.Clusters(100), Quiet with { CancellationToken = source.Token });
        Assert.True(nothing.Canceled);
        Assert.Empty(nothing.Epochs);
        Assert.Equal(15, trainer.Updates);
    }

    [Fact]
    public void Cancelling_in_the_last_batch_of_the_last_epoch_changes_nothing_without_validation()
    {
        using CancellationTokenSource source = new();
        using LinearTrainer trainer = (LinearTrainer)new LinearNet().CreateTrainer();
        trainer.OnStep = source.Cancel;
        FitOptions options = Quiet with { CancellationToken = source.Token };
        Assert.False(trainer.Fit(Samples.Clusters(8), options).Canceled);
    }

    [Fact]
    public void Cancelling_during_validation_leaves_the_epoch_out()
    {
        using CancellationTokenSource source = new();
        using LinearTrainer trainer = (LinearTrainer)new LinearNet().CreateTrainer();
        trainer.OnStep = source.Cancel;
        History history = trainer.Fit(Samples.Clusters(8), Quiet with { CancellationToken = source.Token, ValidationData = Samples.Clusters(8) });
        Assert.True(history.Canceled);
        Assert.Empty(history.Epochs);
    }
}
