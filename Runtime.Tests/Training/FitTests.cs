using System;
using System.Collections.Generic;
using System.IO;
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
    public void Each_evaluation_begins_anew()
    {
        LinearNet net = new();
        Dataset data = Samples.Clusters(100);
        using Evaluator evaluator = new(LinearNet.Info, data, 32, net.ComputeLoss);
        Assert.True(evaluator.Run(CancellationToken.None));
        double before = evaluator.Metrics.Items[0].Result;
        net.Fit(data, Quiet with { Epochs = 5 });
        Assert.True(evaluator.Run(CancellationToken.None));
        Assert.True(evaluator.Metrics.Items[0].Result > before + 0.2);
        Assert.Equal(net.Evaluate(data)["accuracy"], evaluator.Metrics.Items[0].Result);
        Assert.Equal(net.Evaluate(data).Loss, evaluator.Loss);
        Assert.Equal(100, evaluator.Count);
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

    [Fact]
    public void Wrong_options_are_named()
    {
        LinearNet net = new();
        Dataset data = Samples.Clusters(10);
        AssertNames("options.Epochs", () => net.Fit(data, Quiet with { Epochs = 0 }));
        AssertNames("options.InitialEpoch", () => net.Fit(data, Quiet with { InitialEpoch = -1 }));
        AssertNames("options.BatchSize", () => net.Fit(data, Quiet with { BatchSize = 0 }));
        AssertNames("options.ValidationBatchSize", () => net.Fit(data, Quiet with { ValidationBatchSize = 0 }));
        AssertNames("options.ValidationSplit", () => net.Fit(data, Quiet with { ValidationSplit = 1 }));
        AssertNames("options.ValidationSplit", () => net.Fit(data, Quiet with { ValidationSplit = -0.1 }));
        AssertNames("options.ValidationSplit", () => net.Fit(data, Quiet with { ValidationSplit = double.NaN }));
        AssertNames("options.ValidationSplit", () => net.Fit(data, Quiet with { ValidationSplit = 0.95 }));
        AssertNames("options.ValidationSplit", () => net.Fit(new TooMany(10), Quiet with { ValidationSplit = 0.5 }));
        AssertNames("options.ValidationData", () => net.Fit(data, Quiet with { ValidationData = data.Take(0) }));
        AssertNames("data", () => net.Fit(data.Take(0), Quiet));
        AssertNames("data", () => net.Fit(new Dataset(new float[10], new int[2]), Quiet));
        AssertNames("data", () => net.Evaluate(new Dataset(new float[10], new int[2])));
        AssertNames("data", () => net.Predict(new Dataset(new float[10], 5)));
        AssertNames("data", () => net.Fit(null!, Quiet));
        AssertNames("batchSize", () => net.Evaluate(data, 0));
        AssertNames("batchSize", () => net.Predict(data, 0));
        using ITrainer trainer = net.CreateTrainer(new TrainerOptions { MaxBatchSize = 4 });
        AssertNames("options.BatchSize", () => trainer.Fit(data, Quiet));
        AssertNames("options", () => trainer.Fit(data, Quiet with { BatchSize = 4, PenaltyScale = 0 }));
        Assert.All(net.Parameters.ToArray(), w => Assert.Equal(0, w));
    }

    [Fact]
    public void A_source_that_breaks_its_promise_is_refused()
    {
        LinearNet net = new();
        Assert.Throws<InvalidOperationException>(() => net.Fit(new TooMany(10), Quiet with { BatchSize = 4 }));
        Assert.Throws<InvalidOperationException>(() => net.Evaluate(new TooMany(10), 4));
        Assert.Throws<InvalidOperationException>(() => net.Predict(new TooMany(10), 4));
    }

    [Fact]
    public void Evaluation_names_its_values_and_Predict_keeps_the_order()
    {
        LinearNet net = new();
        Dataset data = Samples.Clusters(50);
        net.Fit(data, Quiet with { Epochs = 3 });
        Evaluation result = net.Evaluate(data, batchSize: 7);
        Assert.Equal(result.Loss, result["loss"]);
        Assert.Equal(50, result.Count);
        Assert.Contains("accuracy, ", Assert.Throws<KeyNotFoundException>(() => result["auc"]).Message.Replace("loss, accuracy.", "accuracy, ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(FormattableString.Invariant($"accuracy: {result["accuracy"]:F4} - loss: {result.Loss:F4}"), result.ToString());
        Assert.Throws<KeyNotFoundException>(() => net.Fit(data, Quiet)["val_loss"]);

        float[] all = net.Predict(data, batchSize: 7);
        float[] last = net.Predict(data.Skip(49));
        Assert.Equal(150, all.Length);
        Assert.Equal(last.AsSpan().ToArray(), net.Predict(data)[147..]);
        Assert.Equal(net.Predict(data), net.Predict(data, batchSize: 7));
    }

    [Fact]
    public void Sample_weights_scale_the_loss_and_not_the_metrics()
    {
        LinearNet net = new();
        Dataset data = Samples.Clusters(10);
        Evaluation plain = net.Evaluate(data, 4);
        Evaluation weighted = net.Evaluate(data.WithSampleWeights([.. Enumerable.Repeat(3f, 10)]), 4);
        Assert.Equal(3 * plain.Loss, weighted.Loss, 1e-5);
        Assert.Equal(plain["accuracy"], weighted["accuracy"]);
    }

    [Fact]
    public void A_warm_loop_allocates_nothing_per_batch()
    {
        foreach (bool terminal in new[] { false, true })
        {
            using LinearTrainer trainer = (LinearTrainer)new LinearNet().CreateTrainer();
            FitOptions options = Quiet with { Epochs = 3, BatchSize = 4, Verbose = Verbose.ProgressBar, Output = TextWriter.Null, TimeProvider = new JumpingClock() };
            FitPlan plan = FitPlan.Create(trainer.Info, Samples.Clusters(400), options);
            AllocationObserver watch = new();
            using FitLoop loop = new(trainer, plan, [new ProgressReporter(options, trainer.Info, terminal), watch]);
            Assert.True(loop.Run());
            Assert.Equal(100, watch.Steps);
            Assert.Equal(0, watch.Allocated);
        }
    }

    private static void AssertNames(string argument, Action action) =>
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(action).ParamName);

    /// <summary>Measures from the first to the last batch of the third epoch.</summary>
    private sealed class AllocationObserver : TrainingObserver
    {
        private long _before;

        public int Steps { get; private set; }

        public long Allocated { get; private set; }

        public override void OnEpochBegin(TrainingRun run, int epoch) => Steps = 0;

        public override void OnTrainBatchEnd(TrainingRun run, int batch)
        {
            if (Steps++ == 0)
            {
                _before = GC.GetAllocatedBytesForCurrentThread();
            }

            Allocated = GC.GetAllocatedBytesForCurrentThread() - _before;
        }
    }

    /// <summary>A tenth of a second goes by between any two looks, so that every batch is drawn.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => 10;

        public override long GetTimestamp() => ++_ticks;
    }

    /// <summary>Gives one sample more than asked for.</summary>
    private sealed class TooMany(int count) : IBatchSource, IBatchReader
    {
        private int _size;

        public int Count => count;

        public int InputSize => LinearNet.InputSize;

        public IBatchReader CreateReader(int batchSize)
        {
            _size = batchSize + 1;
            return this;
        }

        public void Reset(EpochOrder order)
        {
        }

        public bool Read(out Batch batch)
        {
            batch = new Batch { Count = _size, Inputs = new float[_size * InputSize], Labels = new int[_size] };
            return true;
        }

        public void Dispose()
        {
        }
    }
}
