using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using StaticNets.Optimizers;
using StaticNets.Serialization;
using Xunit;

namespace StaticNets.Training.Tests.Checkpoints;

/// <summary>Counters come from files, too: none may be so large that a step never ends or a sum overflows.</summary>
public sealed class CounterTests
{
    private const long Most = 1L << 53;

    [Theory]
    [InlineData(9_000_000_000_000_000_000, 0)]
    [InlineData(Most + 1, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, Most + 1)]
    [InlineData(0, long.MaxValue)]
    public void Counters_beyond_the_bound_are_refused(long updates, long iteration)
    {
        using NadamNet.Trainer trainer = new NadamNet(seed: 1).CreateTrainer();
        float[] before = trainer.Parameters.ToArray();
        byte[] file = Checkpoint(trainer, new CheckpointState
        {
            Iteration = iteration, Updates = updates, AccumulatedGradients = 0, Seed = 1, LearningRate = 0.1f,
        });
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => trainer.LoadCheckpoint(new MemoryStream(file)));
        Assert.Contains("a number is out of range", error.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (trainer.Updates, trainer.Iteration));
        Assert.Equal(before, trainer.Parameters.ToArray());
        if (updates != 0)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Updates = updates);
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Iteration = iteration);
        }
    }

    [Fact]
    public void Updates_are_refused_where_accumulated_gradients_make_too_many_steps_of_them()
    {
        using NadamNet.Trainer trainer = new NadamNet(seed: 1).CreateTrainer(new TrainerOptions { GradientAccumulationSteps = 1 << 20 });
        byte[] file = Checkpoint(trainer, new CheckpointState
        {
            Iteration = 0, Updates = (1L << 33) + 1, AccumulatedGradients = 7, Seed = 1, LearningRate = 0.1f,
        });
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => trainer.LoadCheckpoint(new MemoryStream(file)));
        Assert.Contains("too many for this trainer's GradientAccumulationSteps", error.Message, StringComparison.Ordinal);
        Assert.Equal((0L, 0), (trainer.Updates, trainer.AccumulatedGradients));
        trainer.Updates = 1L << 33;
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Most + 1)]
    [InlineData(long.MaxValue)]
    public void Steps_beyond_the_bound_are_refused(long steps)
    {
        using NadamNet.Trainer trainer = new NadamNet(seed: 1).CreateTrainer();
        byte[] file = Checkpoint(trainer, new CheckpointState
        {
            Iteration = 0, Updates = 3, AccumulatedGradients = 0, Steps = steps, Seed = 1, LearningRate = 0.1f,
        });
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => trainer.LoadCheckpoint(new MemoryStream(file)));
        Assert.Contains("a number is out of range", error.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (trainer.Updates, trainer.Steps));
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Steps = steps);
        trainer.Steps = Most;
    }

    [Theory]
    [InlineData(300_000_000)]
    [InlineData(Most)]
    public void A_step_with_a_large_count_takes_no_longer(long updates)
    {
        using NadamNet.Trainer trainer = new NadamNet(seed: 1).CreateTrainer();
        byte[] file = Checkpoint(trainer, new CheckpointState
        {
            Iteration = 5, Updates = updates, AccumulatedGradients = 0, Seed = 1, LearningRate = 0.1f,
        });
        trainer.LoadCheckpoint(new MemoryStream(file));
        Stopwatch watch = Stopwatch.StartNew();
        trainer.Step([1, 2, 3, 4], [1, 2, 3]);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        Assert.All(trainer.Parameters.ToArray(), w => Assert.True(float.IsFinite(w)));
    }

    /// <summary>On both sides of the place from which on the product of the momenta is a power.</summary>
    [Theory]
    [InlineData(3, 0.9)]
    [InlineData(1023, 0.999)]
    [InlineData(1024, 0.999)]
    [InlineData(1025, 0.999)]
    [InlineData(9000, 0.9999)]
    [InlineData(100_000, 0.9)]
    public void Nadam_multiplies_its_momenta(int t, double beta1)
    {
        const double Rate = 0.5;
        NadamRule rule = new(Rate, beta1, 0.5, 0, 0);
        rule.Allocate(1);
        rule.Begin(t);
        float[] w = [0];
        rule.Update(w, [1], 0);

        double product = 1;
        for (int i = 1; i <= t; i++)
        {
            product *= Momentum(i);
        }

        double n = ((1 - beta1) * Momentum(t + 1) / (1 - (product * Momentum(t + 1)))) + ((1 - Momentum(t)) / (1 - product));
        double expected = -Rate * n / Math.Sqrt(0.5 / (1 - Math.Pow(0.5, t)));
        Assert.Equal(expected, w[0], 3e-6 * Math.Abs(expected));

        double Momentum(int i) => beta1 * (1 - (0.5 * Math.Pow(0.96, i)));
    }

    [Fact]
    public void A_schedule_that_grows_slowly_finds_its_restart_at_once()
    {
        Stopwatch watch = Stopwatch.StartNew();
        foreach (double factor in new[] { 1 + 2.3e-16, 1 + 1e-12, 1 + 1e-9, 1.0001, 2, 1e300 })
        {
            foreach (long step in new[] { 0, 1, 12345, 300_000_000, Most })
            {
                Assert.InRange(new CosineDecayRestarts(1, 10, TMul: factor).GetLearningRate(step), 0, 1);
            }
        }

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    /// <summary>The cosines taken off one by one.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1.5)]
    [InlineData(1.25)]
    [InlineData(1.01)]
    [InlineData(1.0001)]
    public void A_schedule_with_restarts_is_what_counting_them_gives(double factor)
    {
        CosineDecayRestarts schedule = new(1, 8, factor, MMul: 0.9, Alpha: 0.1);
        for (int step = 0; step < 3000; step++)
        {
            double done = step / 8.0;
            double length = 1;
            int restarts = 0;
            for (; done >= length; length *= factor)
            {
                done -= length;
                restarts++;
            }

            double cosine = 0.5 * Math.Pow(0.9, restarts) * (1 + Math.Cos(Math.PI * done / length));
            Assert.Equal((0.9 * cosine) + 0.1, schedule.GetLearningRate(step), 1e-9);
        }
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-3, 0)]
    [InlineData(7, 7)]
    [InlineData(1e300, 1 << 30)]
    [InlineData(double.PositiveInfinity, 1 << 30)]
    public void What_callbacks_count_is_bounded(double value, int expected)
    {
        CallbackState state = new(0);
        state.SetNumber("wait", value);
        Assert.Equal(expected, state.GetCount("wait"));
        Assert.Equal(0, state.GetCount("other"));
    }

    private static byte[] Checkpoint(ITrainer trainer, CheckpointState state)
    {
        MemoryStream stream = new();
        CheckpointArray[] slots = [.. Enumerable.Range(0, trainer.SlotCount)
            .Select(slot => new CheckpointArray(CheckpointArray.OfSlot(slot), trainer.GetSlot(slot).ToArray()))];
        SafetensorsWriter.Write(stream, trainer.Info, trainer.Parameters, slots, state.ToJson());
        return stream.ToArray();
    }
}
