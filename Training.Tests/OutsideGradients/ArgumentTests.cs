using System;
using Xunit;

namespace StaticNets.Training.Tests.OutsideGradients;

/// <summary>Every length, and what overlaps, is checked before anything is written; the right call then still works.</summary>
public sealed class ArgumentTests
{
    private const int Count = 4;

    private readonly float[] _inputs = [0, 4, .5f, -1, 2, 1, 1, 0, 3, -2, 4, 0, .25f, .5f, 1, 2, 3, -1, 0, 1];
    private readonly float[] _dy = Samples.Values(Count * IndexNet.OutputSize, 2);
    private readonly float[] _dx = new float[Count * IndexNet.InputSize];

    [Fact]
    public void Inputs_are_whole_samples_of_numbers_and_indexes()
    {
        using IndexNet.Trainer trainer = Trainer();
        AssertRefused("inputs", "one or more samples of 5 floats", () => trainer.Forward([]));
        AssertRefused("inputs", "one or more samples of 5 floats", () => trainer.Forward(new float[6]));
        AssertRefused("batch", "1 to 4 samples", () => trainer.Forward(new float[25]));
        AssertRefused("inputs", "must hold 10 values", () => trainer.Forward(new Batch { Count = 2, Inputs = new float[15] }));
        float[] wrong = [.. _inputs];
        wrong[5] = 5;
        AssertRefused("inputs", "whole numbers from 0 to 4", () => trainer.Forward(wrong));
        AssertRefused("inputs", "overlaps the trainer's Gradients", () => trainer.Forward(trainer.Gradients[..5]));
        Assert.Equal(0, trainer.Iteration);
        trainer.Forward(_inputs);
    }

    [Fact]
    public void Gradients_are_as_long_as_what_they_belong_to()
    {
        using IndexNet.Trainer trainer = Trainer();
        trainer.Forward(_inputs);
        AssertRefused("outputGradients", "must hold 8 values (2 for each of the 4 samples), but holds 7", () => trainer.Backward(_dy.AsSpan(1)));
        AssertRefused("outputGradients", "must hold 8 values", () => trainer.Backward([], _dx));
        AssertRefused("inputGradients", "must hold 20 values (5 for each of the 4 samples), but holds 0", () => trainer.Backward(_dy, []));
        Assert.All(trainer.Gradients.ToArray(), gradient => Assert.Equal(0, gradient));
        trainer.Backward(_dy, _dx);
        Assert.Contains(trainer.Gradients.ToArray(), gradient => gradient != 0);
    }

    [Fact]
    public void Gradients_have_memory_of_their_own()
    {
        using IndexNet.Trainer trainer = Trainer();
        trainer.Forward(_inputs);
        float[] both = new float[27];
        AssertRefused("inputGradients", "overlaps outputGradients", () => trainer.Backward(both.AsSpan(19, 8), both.AsSpan(0, 20)));
        AssertRefused("inputGradients", "overlaps the trainer's Gradients", () => trainer.Backward(_dy, trainer.Gradients[..20]));
        trainer.Backward(_dy, _dx);
    }

    [Fact]
    public void Gradients_of_inputs_are_asked_for_in_the_declaration()
    {
        using RegressionNet.Trainer trainer = new RegressionNet().CreateTrainer();
        trainer.Forward(new float[4]);
        string message = Assert.Throws<InvalidOperationException>(() => trainer.Backward(new float[3], new float[4])).Message;
        Assert.Equal("RegressionNet computes no gradients of its inputs. Ask for them in its declaration: [Compile(..., InputGradients = true)].", message);
        trainer.Backward(new float[3]);
        Assert.False(new RegressionNet().GetInfo().HasInputGradients);
        Assert.True(new IndexNet().GetInfo().HasInputGradients);
    }

    [Fact]
    public void Indexes_have_none()
    {
        using IndexNet.Trainer trainer = Trainer();
        Array.Fill(_dx, float.NaN);
        trainer.Forward(_inputs);
        trainer.Backward(_dy, _dx);
        for (int i = 0; i < _dx.Length; i++)
        {
            Assert.True(i % IndexNet.InputSize < 2 ? _dx[i] == 0 : Math.Abs(_dx[i]) > 0, $"{i}: {_dx[i]}");
        }
    }

    /// <summary>What stands in a batch for losses is not looked at.</summary>
    [Fact]
    public void A_batch_may_have_more()
    {
        using IndexNet.Trainer trainer = Trainer();
        trainer.Forward(new Batch { Count = Count, Inputs = _inputs, Labels = new int[1], Targets = new float[100], SampleWeights = new float[2] });
        trainer.Backward(_dy);
    }

    private static IndexNet.Trainer Trainer() => new IndexNet(seed: 1).CreateTrainer(new TrainerOptions { MaxBatchSize = Count, Threads = 2 });

    private static void AssertRefused(string argument, string message, Action call)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(call);
        Assert.Equal(argument, refused.ParamName);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }
}
