using System;
using Xunit;

namespace StaticNets.Training.Tests.OutsideGradients;

/// <summary>A trainer keeps the values of one forward pass: what comes in another order says so and changes nothing.</summary>
public sealed class OrderTests
{
    private const int Count = 5;

    private readonly RegressionNet _net = new(seed: 3);
    private readonly float[] _inputs = Samples.Values(Count * RegressionNet.InputSize, 1);
    private readonly float[] _gradients = Samples.Values(Count * RegressionNet.OutputSize, 2);

    [Fact]
    public void Backward_needs_a_forward_pass()
    {
        using RegressionNet.Trainer trainer = Trainer();
        AssertOrder("Backward needs a Forward before it", () => trainer.Backward(_gradients));
        trainer.Forward(_inputs);
        trainer.Backward(_gradients);
        float[] gradients = trainer.Gradients.ToArray();
        AssertOrder("Backward needs a Forward before it", () => trainer.Backward(_gradients));
        Assert.Equal(gradients, trainer.Gradients.ToArray());
    }

    [Fact]
    public void A_second_forward_pass_waits_for_the_backward_pass()
    {
        using RegressionNet.Trainer trainer = Trainer();
        trainer.Forward(_inputs);
        float[] outputs = trainer.Outputs.ToArray();
        AssertOrder("waits for its Backward", () => trainer.Forward(_inputs));
        AssertOrder("waits for its Backward", trainer.ApplyGradients);
        AssertOrder("waits for its Backward", trainer.ApplyAccumulatedGradients);
        Assert.Equal((1, 0), (trainer.Iteration, trainer.Updates));
        Assert.Equal(outputs, trainer.Outputs.ToArray());
        trainer.Backward(_gradients);
        trainer.ApplyGradients();
        trainer.Forward(_inputs);
        Assert.Equal((2, 1), (trainer.Iteration, trainer.Updates));
    }

    [Fact]
    public void A_forward_pass_may_be_forgotten()
    {
        using RegressionNet.Trainer trainer = Trainer();
        trainer.DiscardForward();
        trainer.Forward(_inputs);
        trainer.DiscardForward();
        AssertOrder("Backward needs a Forward before it", () => trainer.Backward(_gradients));
        trainer.Forward(_inputs);
        trainer.Backward(_gradients);
    }

    /// <summary>They overwrite what it left, or what it read.</summary>
    [Fact]
    public void A_step_and_other_weights_forget_it()
    {
        using RegressionNet.Trainer trainer = Trainer();
        trainer.Forward(_inputs);
        trainer.Step(_inputs, _gradients);
        AssertOrder("Backward needs a Forward before it", () => trainer.Backward(_gradients));
        trainer.Forward(_inputs);
        trainer.SetParameters(trainer.Parameters.ToArray());
        AssertOrder("Backward needs a Forward before it", () => trainer.Backward(_gradients));
        trainer.Forward(_inputs);
        trainer.ComputeLoss(new Batch { Count = Count, Inputs = _inputs, Targets = _gradients }, new float[Count * RegressionNet.OutputSize]);
        trainer.Backward(_gradients);
    }

    [Fact]
    public void A_disposed_trainer_takes_none()
    {
        RegressionNet.Trainer trainer = Trainer();
        trainer.Forward(_inputs);
        trainer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => trainer.Backward(_gradients));
        Assert.Throws<ObjectDisposedException>(() => trainer.Forward(_inputs));
        Assert.Throws<ObjectDisposedException>(trainer.DiscardForward);
    }

    private RegressionNet.Trainer Trainer() => _net.CreateTrainer(new TrainerOptions { MaxBatchSize = Count, Threads = 2 });

    private static void AssertOrder(string message, Action call) =>
        Assert.Contains(message, Assert.Throws<InvalidOperationException>(call).Message, StringComparison.Ordinal);
}
