using System;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Updates;

/// <summary>An L1 penalty as a proximal step: its zeros are exact and reported.</summary>
[Collection(AloneCollection.Name)]
public sealed class ProximalTests
{
    private const string Kernel = "dense/kernel";

    [Fact]
    public void Fit_reports_the_share_of_zeros()
    {
        ProximalNet net = new();
        Assert.Equal(0, net.ZeroShare());
        History history = net.Fit(Samples.Points(300), Options());
        double[] zeros = [.. history["zeros"]];
        Assert.Equal(30, zeros.Length);
        Assert.Equal(net.ZeroShare(), zeros[^1]);
        Assert.Equal(net.Parameters[..64].ToArray().Count(w => w == 0) / 64.0, net.ZeroShare());
        Assert.Equal(net.ZeroShare(), net.ZeroShare(Kernel));
        Assert.Equal(0, net.ZeroShare("dense_1/kernel"));
        Assert.InRange(net.ZeroShare(), 0.3, 0.95);

        SubgradientNet without = new();
        Assert.DoesNotContain("zeros", without.Fit(Samples.Points(300), Options()).Columns.Keys);
        Assert.Equal(0, without.ZeroShare());
    }

    [Fact]
    public void It_reaches_a_penalized_loss_no_worse_than_the_subgradients()
    {
        History proximal = new ProximalNet().Fit(Samples.Points(300), Options() with { Epochs = 200 });
        History subgradient = new SubgradientNet().Fit(Samples.Points(300), Options() with { Epochs = 200 });
        Assert.InRange(proximal["loss"][^1] + proximal["penalty"][^1], 0, 1.005 * (subgradient["loss"][^1] + subgradient["penalty"][^1]));
    }

    [Fact]
    public void The_gradient_does_not_hold_it_but_the_penalty_counts()
    {
        using ProximalNet.Trainer trainer = new ProximalNet().CreateTrainer();
        using ProximalNet.Trainer without = new ProximalNet().CreateTrainer(new TrainerOptions { PenaltyScale = 0 });
        (float[] inputs, int[] labels) = Batch();
        trainer.ComputeGradients(inputs, labels);
        without.ComputeGradients(inputs, labels);
        Assert.Equal(without.Gradients.ToArray(), trainer.Gradients.ToArray());
        Assert.Equal(0.02 * trainer.Parameters[..64].ToArray().Sum(w => (double)Math.Abs(w)), trainer.Penalty, 1e-6);

        // The scale that the gradient does not see is the step's.
        trainer.ApplyGradients();
        without.ApplyGradients();
        Assert.NotEqual(without.Parameters[..64].ToArray(), trainer.Parameters[..64].ToArray());
        Assert.Equal(without.Parameters[64..].ToArray(), trainer.Parameters[64..].ToArray());
    }

    [Fact]
    public void The_bits_are_the_same_with_any_number_of_threads_and_with_clipping_that_does_not_clip()
    {
        float[] one = Trained(new TrainerOptions { Threads = 1 });
        Assert.Contains(0f, one[..64]);
        Assert.Equal(one, Trained(new TrainerOptions { Threads = 3 }));
        Assert.Equal(one, Trained(new TrainerOptions { Threads = 2, ClipNorm = 1e6f }));
        using ProximalNet.Trainer trainer = new ProximalNet().CreateTrainer();
        (float[] inputs, int[] labels) = Batch();
        Allocation.None(() => trainer.Step(inputs, labels));
    }

    [Fact]
    public void A_recurrent_kernel_has_both_zeros_and_a_largest_norm()
    {
        RecurrentProximalNet net = new();
        using RecurrentProximalNet.Trainer trainer = net.CreateTrainer();
        for (int step = 0; step < 50; step++)
        {
            trainer.Step(Samples.Values(8 * RecurrentProximalNet.InputSize, step), Samples.Values(8, 100 + step));
        }

        Assert.InRange(net.ZeroShare("lstm/recurrent_kernel"), 0.1, 1);
        TensorInfo tensor = trainer.Info.Tensors.Single(tensor => tensor.Name == "lstm/recurrent_kernel");
        float[] w = net.Parameters.Slice(tensor.Offset, tensor.Length).ToArray();
        Assert.All(Enumerable.Range(0, 16), unit => Assert.InRange(Math.Sqrt(Enumerable.Range(0, 4).Sum(row => (double)w[(row * 16) + unit] * w[(row * 16) + unit])), 0, 0.5));
    }

    [Fact]
    public void A_tensor_that_is_not_there_is_named()
    {
        ArgumentException unknown = Assert.Throws<ArgumentException>(() => new ProximalNet().ZeroShare("kernel"));
        Assert.Contains("dense/kernel, dense/bias", unknown.Message);
    }

    private static float[] Trained(TrainerOptions options)
    {
        ProximalNet net = new();
        using ProximalNet.Trainer trainer = net.CreateTrainer(options);
        trainer.Fit(Samples.Points(100), new FitOptions { Epochs = 20, Verbose = Verbose.Silent });
        return net.Parameters.ToArray();
    }

    private static (float[] Inputs, int[] Labels) Batch() =>
        (Samples.Values(20 * ProximalNet.InputSize, 1), [.. Enumerable.Range(0, 20).Select(n => n % ProximalNet.OutputSize)]);

    private static FitOptions Options() => new() { Epochs = 30, Verbose = Verbose.Silent };
}
