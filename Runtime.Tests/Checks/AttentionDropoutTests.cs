using System;
using System.Linq;
using StaticNets.Tests.Nets;
using Xunit;

namespace StaticNets.Tests.Checks;

/// <summary>Dropout of attention weights: the reference doesn't draw masks, so they are read off the outputs, and gradients compared with differences.</summary>
public class AttentionDropoutTests
{
    private const int Steps = 21;
    private const int Samples = 40;
    private const double Rate = 0.25;

    [Fact]
    public void Training_drops_weights_at_the_rate_and_scales_the_others()
    {
        AttendDropped net = Visible();
        float[] weights = new float[Samples * Steps * Steps];
        net.Predict(Identities(), weights);
        float[] dropped = Train(net, seed: 1);

        Assert.All(dropped.Zip(weights), pair => Assert.True(pair.First == 0 || Math.Abs(pair.First - (pair.Second / (1 - Rate))) < 1e-6));
        double share = dropped.Count(value => value == 0) / (double)dropped.Length;
        double deviation = Math.Sqrt(Rate * (1 - Rate) / dropped.Length);
        Assert.InRange(share, Rate - (5 * deviation), Rate + (5 * deviation));
        Assert.Equal(dropped, Train(net, seed: 1));
        Assert.NotEqual(dropped, Train(net, seed: 2));
        Assert.NotEqual(dropped[..(Steps * Steps)], dropped[(Steps * Steps)..(2 * Steps * Steps)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_gradient_goes_through_the_same_mask(int threads)
    {
        AssertGradient(new AttendDropped(3), threads);
        AssertGradient(new AttendDroppedCausal(3), threads);
    }

    /// <summary>Along the gradient the loss rises by the square of its length.</summary>
    private static void AssertGradient<TNet>(TNet net, int threads)
        where TNet : class, ITrainableNet<TNet>
    {
        const int Count = 5;
        using ITrainer trainer = net.CreateTrainer(new TrainerOptions { MaxBatchSize = Count, Threads = threads });
        Batch batch = new()
        {
            Count = Count,
            Inputs = HashedValues.Array(1, Count * TNet.Info.InputSize, 4),
            Targets = HashedValues.Array(2, Count * TNet.Info.OutputSize, 4),
        };
        float[] w = [.. HashedValues.Array(3, TNet.Info.ParameterCount, 1.5f)];
        Loss(w, batch);
        double[] gradient = [.. trainer.Gradients.ToArray().Select(g => (double)g)];
        double length = Math.Sqrt(gradient.Sum(g => g * g));
        const double Step = 0.01;
        float above = Loss([.. w.Zip(gradient, (value, g) => (float)(value + (Step * g / length)))], batch);
        float below = Loss([.. w.Zip(gradient, (value, g) => (float)(value - (Step * g / length)))], batch);
        Assert.Equal(length, (above - below) / (2 * Step), 2e-3 * length);

        float Loss(float[] parameters, Batch samples)
        {
            net.SetParameters(parameters);
            trainer.Iteration = 0;
            return trainer.ComputeGradients(samples);
        }
    }

    private static float[] Train(AttendDropped net, int seed)
    {
        using AttendDropped.Trainer trainer = net.CreateTrainer(new TrainerOptions { MaxBatchSize = Samples, Seed = seed });
        trainer.ComputeGradients(Identities(), new float[Samples * Steps * Steps]);
        return trainer.Outputs.ToArray();
    }

    /// <summary>A net whose outputs for identities are its attention weights.</summary>
    private static AttendDropped Visible()
    {
        AttendDropped net = new(1);
        int projections = 2 * Steps * 4;
        Identity().CopyTo(net.Parameters[projections..]);
        Identity().CopyTo(net.Parameters[(projections + (Steps * Steps))..]);
        return net;
    }

    private static float[] Identities() => [.. Enumerable.Repeat(Identity(), Samples).SelectMany(sample => sample)];

    private static float[] Identity() => [.. Enumerable.Range(0, Steps * Steps).Select(i => i % (Steps + 1) == 0 ? 1f : 0f)];
}
