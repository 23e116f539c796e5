using System;
using System.Linq;
using StaticNets.Tests.Nets;
using Xunit;

namespace StaticNets.Tests.Checks;

/// <summary>Values of long sums of equal terms that are known without a reference.</summary>
public class LongSumTests
{
    private const int Positions = 1024 * 1024;

    private static float[] Equal(int count, float value = 0.1f) => [.. Enumerable.Repeat(value, count)];

    [Fact]
    public void Of_a_loss_and_its_gradients()
    {
        LongLoss net = new();
        net.SetParameters([1, 0]);
        using LongLoss.Trainer trainer = net.CreateTrainer();

        AssertClose(0.01, trainer.ComputeGradients(Equal(Positions), Equal(Positions, 0)));
        AssertClose(0.02, trainer.Gradients[0]);
        AssertClose(0.2, trainer.Gradients[1]);
    }

    [Fact]
    public void Of_a_crossentropy()
    {
        LongCrossentropy net = new();
        net.SetParameters([1, 1, 0, 0]);
        using LongCrossentropy.Trainer trainer = net.CreateTrainer();

        AssertClose(Math.Log(2), trainer.ComputeGradients(Equal(Positions), new int[Positions]));
    }

    [Fact]
    public void Of_a_batch_mean()
    {
        LongMoments net = new();
        using LongMoments.Trainer trainer = net.CreateTrainer();

        trainer.Step(Equal(Positions, 0.2f), Equal(Positions, 0));

        AssertClose(0.2, net.Parameters[2]);
    }

    [Fact]
    public void Of_a_bias_over_many_rows()
    {
        const int Rows = 100_000;
        LongRows net = new();
        net.SetParameters(new float[LongRows.ParameterCount]);
        using LongRows.Trainer trainer = net.CreateTrainer(new TrainerOptions { MaxBatchSize = Rows });

        trainer.ComputeGradients(Equal(2 * Rows), Equal(3 * Rows));

        Assert.All(trainer.Gradients[6..].ToArray(), gradient => AssertClose(-0.2 / 3, gradient));
        Assert.All(trainer.Gradients[..6].ToArray(), gradient => AssertClose(-0.02 / 3, gradient));
    }

    [Fact]
    public void Of_a_mean_and_a_product_of_4_million()
    {
        float[] output = new float[1];
        new LongMeanAlone().Predict(Equal(LongMeanAlone.InputSize), output);
        AssertClose(0.1f, output[0]);

        LongProductAlone net = new();
        net.SetParameters([.. Equal(LongProductAlone.InputSize, 1), 0]);
        net.Predict(Equal(LongProductAlone.InputSize), output);
        AssertClose(0.1f * (double)LongProductAlone.InputSize, output[0]);
    }

    [Fact]
    public void A_sum_that_is_infinite_stays_so()
    {
        float[] output = new float[1];
        new LongMeanAlone().Predict(Equal(LongMeanAlone.InputSize, 1e38f), output);
        Assert.Equal(float.PositiveInfinity, output[0]);

        LongProductAlone net = new();
        net.SetParameters([.. Equal(LongProductAlone.InputSize, -1), 0]);
        net.Predict(Equal(LongProductAlone.InputSize, 1e38f), output);
        Assert.Equal(float.NegativeInfinity, output[0]);
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= 2e-6 * Math.Abs(expected), FormattableString.Invariant($"{actual:R} instead of {expected:R}"));
}
