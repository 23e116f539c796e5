using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Callbacks;

/// <summary>The numbers were worked out by hand from Keras' formulas.</summary>
public sealed class ScheduleTests
{
    public static TheoryData<LearningRateSchedule, long, double> Values() => new()
    {
        { new ExponentialDecay(1, 10, 0.5), 0, 1 },
        { new ExponentialDecay(1, 10, 0.5), 5, 0.7071067811865476 },
        { new ExponentialDecay(1, 10, 0.5), 20, 0.25 },
        { new ExponentialDecay(1, 10, 0.5, Staircase: true), 19, 0.5 },
        { new InverseTimeDecay(1, 10, 0.5), 10, 1 / 1.5 },
        { new InverseTimeDecay(1, 10, 0.5), 5, 0.8 },
        { new InverseTimeDecay(1, 10, 0.5, Staircase: true), 19, 1 / 1.5 },
        { new PolynomialDecay(1, 10, 0.1), 5, 0.55 },
        { new PolynomialDecay(1, 10, 0.1, Power: 2), 5, 0.325 },
        { new PolynomialDecay(1, 10, 0.1), 50, 0.1 },
        { new PolynomialDecay(1, 10, 0, Cycle: true), 0, 1 },
        { new PolynomialDecay(1, 10, 0, Cycle: true), 10, 0 },
        { new PolynomialDecay(1, 10, 0, Cycle: true), 15, 0.25 },
        { new PiecewiseConstantDecay([10, 20], [1, 0.5, 0.1]), 10, 1 },
        { new PiecewiseConstantDecay([10, 20], [1, 0.5, 0.1]), 11, 0.5 },
        { new PiecewiseConstantDecay([10, 20], [1, 0.5, 0.1]), 20, 0.5 },
        { new PiecewiseConstantDecay([10, 20], [1, 0.5, 0.1]), 21, 0.1 },
        { new CosineDecay(1, 10), 0, 1 },
        { new CosineDecay(1, 10), 5, 0.5 },
        { new CosineDecay(1, 10, Alpha: 0.2), 99, 0.2 },
        { new CosineDecay(0.1, 10, WarmupTarget: 1, WarmupSteps: 4), 0, 0.1 },
        { new CosineDecay(0.1, 10, WarmupTarget: 1, WarmupSteps: 4), 2, 0.55 },
        { new CosineDecay(0.1, 10, WarmupTarget: 1, WarmupSteps: 4), 4, 1 },
        { new CosineDecay(0.1, 10, Alpha: 0.5, WarmupTarget: 1, WarmupSteps: 4), 9, 0.75 },
        { new CosineDecay(0.1, 10, Alpha: 0.5, WarmupTarget: 1, WarmupSteps: 4), 14, 0.5 },
        { new CosineDecayRestarts(1, 10), 5, 0.5 },
        { new CosineDecayRestarts(1, 10), 10, 1 },
        { new CosineDecayRestarts(1, 10), 20, 0.5 },
        { new CosineDecayRestarts(1, 10, MMul: 0.5), 30, 0.25 },
        { new CosineDecayRestarts(1, 10, TMul: 1, MMul: 0.5), 15, 0.25 },
        { new CosineDecayRestarts(1, 1, TMul: 3, Alpha: 0.1), 121, 1 },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Formulas_are_Keras_formulas(LearningRateSchedule schedule, long step, double expected) =>
        Assert.Equal(expected, schedule.GetLearningRate(step), 1e-12);

    [Fact]
    public void Wrong_schedules_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialDecay(1, 0, 0.5));
        Assert.Throws<ArgumentException>(() => new PiecewiseConstantDecay([1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => new PiecewiseConstantDecay([2, 2], [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CosineDecayRestarts(1, 1, TMul: 0.5));
    }

    /// <summary>As floats these would be 0, infinite or no number, or rates below 0 would follow from them.</summary>
    [Fact]
    public void Numbers_that_are_no_rates_are_refused()
    {
        foreach (double rate in new[] { double.NaN, double.PositiveInfinity, -0.1, 1e300, 1e-60 })
        {
            AssertRefused("InitialLearningRate", () => new ExponentialDecay(rate, 10, 0.5));
            AssertRefused("InitialLearningRate", () => new InverseTimeDecay(rate, 10, 0.5));
            AssertRefused("InitialLearningRate", () => new PolynomialDecay(rate, 10));
            AssertRefused("EndLearningRate", () => new PolynomialDecay(1, 10, rate));
            AssertRefused("InitialLearningRate", () => new CosineDecay(rate, 10));
            AssertRefused("WarmupTarget", () => new CosineDecay(1, 10, WarmupTarget: rate));
            AssertRefused("InitialLearningRate", () => new CosineDecayRestarts(rate, 10));
            AssertRefused("values", () => new PiecewiseConstantDecay([10], [1, rate]));
            AssertRefused("InitialLearningRate", () => new ExponentialDecay(1, 10, 0.5) with { InitialLearningRate = rate });
        }

        foreach (double number in new[] { double.NaN, double.PositiveInfinity, -0.1 })
        {
            AssertRefused("DecayRate", () => new ExponentialDecay(1, 10, number));
            AssertRefused("DecayRate", () => new InverseTimeDecay(1, 10, number));
            AssertRefused("Power", () => new PolynomialDecay(1, 10, Power: number));
            AssertRefused("Alpha", () => new CosineDecay(1, 10, number));
            AssertRefused("Alpha", () => new CosineDecayRestarts(1, 10, Alpha: number));
            AssertRefused("MMul", () => new CosineDecayRestarts(1, 10, MMul: number));
            AssertRefused("TMul", () => new CosineDecayRestarts(1, 10, TMul: number));
        }

        AssertRefused("WarmupSteps", () => new CosineDecay(1, 10, WarmupSteps: -1));
    }

    [Fact]
    public void A_schedule_that_ends_at_no_rate_is_refused_before_the_update()
    {
        foreach (LearningRateSchedule schedule in new LearningRateSchedule[] { new Given(double.NaN), new Given(-1), new Given(1e39) })
        {
            BinaryNet net = new();
            float[] before = net.Parameters.ToArray();
            using BinaryNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { LearningRateSchedule = schedule });
            InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => trainer.Step(new float[4], new float[1]));
            Assert.Contains("Given gives the learning rate", refused.Message, StringComparison.Ordinal);
            Assert.Equal(before, net.Parameters.ToArray());
        }

        // What decays to less than a float holds ends at 0.
        BinaryNet decayed = new();
        using BinaryNet.Trainer last = decayed.CreateTrainer(new TrainerOptions { LearningRateSchedule = new Given(1e-60) });
        last.Step(new float[4], new float[1]);
        Assert.Equal(new BinaryNet().Parameters.ToArray(), decayed.Parameters.ToArray());
    }

    [Fact]
    public void Each_step_is_trained_at_its_own_rate()
    {
        PiecewiseConstantDecay schedule = new([0, 1], [0.5, 0.25, 0]);
        BinaryNet net = new();
        List<float[]> weights = [];
        History history = net.Fit(Samples.Halves(40), new FitOptions
        {
            BatchSize = 10, Verbose = Verbose.Silent, LearningRateSchedule = schedule, Epochs = 2, Shuffle = false,
            Callbacks = [new LambdaCallback(onTrainBatchBegin: _ => weights.Add(net.Parameters.ToArray()))],
        });
        Assert.NotEqual(weights[0], weights[1]);
        Assert.NotEqual(weights[1], weights[2]);
        Assert.All(weights.Skip(3), w => Assert.Equal(weights[2], w));
        Assert.Equal([0.0, 0.0], history["learning_rate"]);

        BinaryNet byHand = new();
        using BinaryNet.Trainer trainer = byHand.CreateTrainer(new TrainerOptions { LearningRate = 0.5f });
        using IBatchReader reader = Samples.Halves(40).CreateReader(10);
        reader.Reset(default);
        for (int step = 0; step < 2 && reader.Read(out Batch batch); step++)
        {
            trainer.Step(batch);
            trainer.LearningRate = 0.25f;
        }

        Assert.Equal(byHand.Parameters.ToArray(), net.Parameters.ToArray());
    }

    private static void AssertRefused(string argument, Func<LearningRateSchedule> create) =>
        Assert.Equal(argument, Assert.Throws<ArgumentOutOfRangeException>(create).ParamName);

    private sealed record Given(double Rate) : LearningRateSchedule
    {
        public override double GetLearningRate(long step) => Rate;
    }
}
