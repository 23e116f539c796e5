using System;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.OutsideGradients;

/// <summary>Several nets in one step: the gradient of one's inputs is that of another's outputs.</summary>
public sealed class SeveralNetTests
{
    private const int Count = 64;
    private const int Steps = 1500;

    private static readonly float[] s_mean = [1.5f, -1];
    private static readonly float[] s_deviation = [0.3f, 0.6f];

    [Fact]
    public void One_net_behind_another_has_the_gradients_of_both_as_one()
    {
        JoinedNet joined = new(seed: 7);
        GeneratorNet front = new();
        DiscriminatorNet back = new();
        front.SetParameters(joined.Parameters[..GeneratorNet.ParameterCount]);
        back.SetParameters(joined.Parameters[GeneratorNet.ParameterCount..]);
        float[] x = Samples.Values(Count * GeneratorNet.InputSize, 1);
        float[] dy = Samples.Values(Count, 2);
        float[] dx = new float[Count * DiscriminatorNet.InputSize];

        using JoinedNet.Trainer whole = joined.CreateTrainer();
        whole.Forward(x);
        whole.Backward(dy);
        using GeneratorNet.Trainer first = front.CreateTrainer();
        using DiscriminatorNet.Trainer second = back.CreateTrainer();
        first.Forward(x);
        second.Forward(first.Outputs);
        Assert.Equal(whole.Outputs.ToArray(), second.Outputs.ToArray());
        second.Backward(dy, dx);
        first.Backward(dx);
        float[] together = [.. first.Gradients, .. second.Gradients];
        Assert.Equal(whole.Gradients.ToArray(), together);
    }

    [Fact]
    public void The_gradients_of_inputs_alone_leave_those_of_the_weights()
    {
        DiscriminatorNet net = new(seed: 7);
        using DiscriminatorNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 3 });
        float[] x = Samples.Values(6 * DiscriminatorNet.InputSize, 1);
        float[] dy = Samples.Values(6, 2);
        float[] expected = new float[x.Length];
        float[] dx = new float[x.Length];
        trainer.Forward(x);
        trainer.Backward(dy, expected);
        float[] gradients = trainer.Gradients.ToArray();
        trainer.Forward(Samples.Values(x.Length, 3));
        trainer.BackwardToInputs(Samples.Values(dy.Length, 4), dx);
        Assert.NotEqual(expected, dx);
        Assert.Equal(gradients, trainer.Gradients.ToArray());
        trainer.Forward(x);
        trainer.BackwardToInputs(dy, dx);
        Assert.Equal(expected, dx);
        Assert.Throws<InvalidOperationException>(() => trainer.BackwardToInputs(dy, dx));
        Allocation.None(() =>
        {
            trainer.Forward(x);
            trainer.BackwardToInputs(dy, dx);
        });
    }

    /// <summary>A generator that never sees a point learns where they are from what the discriminator says of its own.</summary>
    [Fact]
    public void A_generator_learns_through_its_discriminator()
    {
        GeneratorNet generator = new(seed: 1);
        DiscriminatorNet discriminator = new(seed: 2);
        TrainerOptions options = new() { MaxBatchSize = 2 * Count };
        using GeneratorNet.Trainer g = generator.CreateTrainer(options);
        using DiscriminatorNet.Trainer d = discriminator.CreateTrainer(options);
        Random random = new(3);
        float[] noise = new float[Count * GeneratorNet.InputSize];
        float[] points = new float[2 * Count * DiscriminatorNet.InputSize];
        float[] byLogits = new float[2 * Count];
        float[] byPoints = new float[Count * DiscriminatorNet.InputSize];
        Assert.True(Distance(generator, random) > 1);
        for (int step = 0; step < Steps; step++)
        {
            // Half of the points are real.
            Fill(noise, random);
            generator.Predict(noise, points.AsSpan(points.Length / 2));
            FillReal(points.AsSpan(0, points.Length / 2), random);
            d.Forward(points);
            for (int n = 0; n < byLogits.Length; n++)
            {
                byLogits[n] = (Sigmoid(d.Outputs[n]) - (n < Count ? 1 : 0)) / byLogits.Length;
            }

            d.Backward(byLogits);
            d.ApplyGradients();

            // The generator wants its points to be taken for real ones.
            Fill(noise, random);
            g.Forward(noise);
            d.Forward(g.Outputs);
            for (int n = 0; n < Count; n++)
            {
                byLogits[n] = (Sigmoid(d.Outputs[n]) - 1) / Count;
            }

            d.BackwardToInputs(byLogits.AsSpan(0, Count), byPoints);
            g.Backward(byPoints);
            g.ApplyGradients();
        }

        double distance = Distance(generator, random);
        Assert.True(distance < 0.35, $"{distance} away.");
    }

    /// <summary>How far the means and deviations of points that are made are from those of the real ones, at most.</summary>
    private static double Distance(GeneratorNet generator, Random random)
    {
        const int Many = 4000;
        float[] noise = new float[Many * GeneratorNet.InputSize];
        float[] points = new float[Many * GeneratorNet.OutputSize];
        Fill(noise, random);
        generator.Predict(noise, points);
        return Enumerable.Range(0, GeneratorNet.OutputSize).Max(axis =>
        {
            float[] values = [.. points.Where((_, i) => i % GeneratorNet.OutputSize == axis)];
            double mean = values.Average();
            double deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            return Math.Max(Math.Abs(mean - s_mean[axis]), Math.Abs(deviation - s_deviation[axis]));
        });
    }

    private static void FillReal(Span<float> points, Random random)
    {
        Fill(points, random);
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = s_mean[i % 2] + (s_deviation[i % 2] * points[i]);
        }
    }

    private static void Fill(Span<float> values, Random random)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }
    }

    private static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));
}
