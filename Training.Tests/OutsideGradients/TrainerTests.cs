using System;
using System.IO;
using Xunit;

namespace StaticNets.Training.Tests.OutsideGradients;

/// <summary>What else a trainer does, it does with gradients from outside, too.</summary>
public sealed class TrainerTests
{
    private const int Count = 6;

    [Fact]
    public void Dropout_is_in_force_and_drawn_by_the_iteration()
    {
        RegressionNet net = new(seed: 1);
        using RegressionNet.Trainer trainer = net.CreateTrainer();
        float[] x = Samples.Values(Count * RegressionNet.InputSize, 1);
        float[] first = Outputs(trainer, x);
        Assert.NotEqual(first, Outputs(trainer, x));
        trainer.Iteration = 0;
        Assert.Equal(first, Outputs(trainer, x));
    }

    [Fact]
    public void Gradients_are_accumulated_and_statistics_move_as_in_steps()
    {
        float[] x = Samples.Values(Count * RegressionNet.InputSize, 1);
        float[] t = Samples.Values(Count * RegressionNet.OutputSize, 2);
        float[] dy = new float[t.Length];
        TrainerOptions options = new() { GradientAccumulationSteps = 2, GlobalClipNorm = 0.5, UseEma = true };
        RegressionNet stepped = new(seed: 1);
        RegressionNet net = stepped.Clone();
        using RegressionNet.Trainer stepping = stepped.CreateTrainer(options);
        using RegressionNet.Trainer trainer = net.CreateTrainer(options);
        float factor = 1f / Count * (1f / 3);
        for (int step = 0; step < 5; step++)
        {
            stepping.Step(x, t);
            trainer.Forward(x);
            for (int i = 0; i < dy.Length; i++)
            {
                dy[i] = (trainer.Outputs[i] - t[i]) * 2 * factor;
            }

            trainer.Backward(dy);
            trainer.ApplyGradients();
            Assert.Equal(stepped.Parameters.ToArray(), net.Parameters.ToArray());
        }

        Assert.Equal(stepping.AverageParameters.ToArray(), trainer.AverageParameters.ToArray());
        Assert.Equal((2, 5, 1), (trainer.Updates, trainer.Steps, trainer.AccumulatedGradients));
    }

    [Fact]
    public void A_checkpoint_of_a_net_without_a_loss_goes_on()
    {
        GeneratorNet net = new(seed: 1);
        using GeneratorNet.Trainer trainer = net.CreateTrainer();
        Step(trainer, 1);
        using MemoryStream file = new();
        trainer.SaveCheckpoint(file);
        Step(trainer, 2);

        GeneratorNet other = new(seed: 5);
        using GeneratorNet.Trainer goingOn = other.CreateTrainer();
        file.Position = 0;
        goingOn.LoadCheckpoint(file);
        Step(goingOn, 2);
        Assert.Equal(net.Parameters.ToArray(), other.Parameters.ToArray());
        Assert.Equal(trainer.GetGradient("dense/kernel").ToArray(), goingOn.GetGradient("dense/kernel").ToArray());
    }

    [Fact]
    public void It_says_that_it_has_no_loss()
    {
        NetInfo info = new GeneratorNet().GetInfo();
        Assert.Equal((null, null, 0, 0), (info.Loss, info.LossMethod, info.TargetSize, info.LabelCount));
        Assert.False(new GeneratorNet().CreateTrainer() is IGradientTrainer and ITrainer);
        Assert.True(new RegressionNet().CreateTrainer() is IGradientTrainer and ITrainer);
    }

    private static float[] Outputs(RegressionNet.Trainer trainer, float[] x)
    {
        trainer.Forward(x);
        trainer.DiscardForward();
        return trainer.Outputs.ToArray();
    }

    private static void Step(GeneratorNet.Trainer trainer, int seed)
    {
        trainer.Forward(Samples.Values(Count * GeneratorNet.InputSize, seed));
        trainer.Backward(Samples.Values(Count * GeneratorNet.OutputSize, seed + 10));
        trainer.ApplyGradients();
    }
}
