using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Updates;

[Collection(AloneCollection.Name)]
public sealed class UpdateOptionTests
{
    private const int Count = 6;
    private const int Steps = 12;

    internal static Dictionary<string, TrainerOptions> Options { get; } = new()
    {
        ["plain"] = new(),
        ["clip value"] = new() { ClipValue = 0.01f },
        ["clip norm"] = new() { ClipNorm = 0.2f },
        ["clip norm, not reached"] = new() { ClipNorm = 1e6f },
        ["global clip norm"] = new() { GlobalClipNorm = 0.3f },
        ["average"] = new() { UseEma = true, EmaMomentum = 0.75f },
        ["average, overwriting"] = new() { UseEma = true, EmaMomentum = 0.75f, EmaOverwriteFrequency = 4 },
        ["accumulation"] = new() { GradientAccumulationSteps = 3 },
        ["average of accumulated gradients, overwriting"] = new()
        {
            GradientAccumulationSteps = 2, UseEma = true, EmaMomentum = 0.75f, EmaOverwriteFrequency = 2,
        },
        ["all"] = new()
        {
            GradientAccumulationSteps = 5, GlobalClipNorm = 0.1f, UseEma = true, EmaMomentum = 0.9f, EmaOverwriteFrequency = 3,
        },
    };

    public static TheoryData<string> Names() => [.. Options.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_are_those_of_the_formulas(string name)
    {
        TrainerOptions options = Options[name];
        WideNet net = new(seed: 3);
        using WideNet.Trainer trainer = net.CreateTrainer(options);
        ScalarUpdate reference = new(trainer.Info, options, learningRate: 0.05, momentum: 0.9);
        double[] w = Widen(net.Parameters);
        double moved = 0;
        for (int step = 0; step < Steps; step++)
        {
            (float[] inputs, float[] targets) = Batch(step);
            trainer.ComputeGradients(inputs, targets);
            reference.Apply(w, Widen(trainer.Gradients));
            trainer.ApplyGradients();
            Close(w, net.Parameters);
            if (options.UseEma)
            {
                Close(reference.Average, trainer.AverageParameters);
            }

            moved = Math.Abs(net.Parameters[0] - new WideNet(seed: 3).Parameters[0]);
        }

        Assert.True(moved > 0);
        Assert.Equal(Steps / options.GradientAccumulationSteps, trainer.Updates);
        Assert.Equal(Steps % options.GradientAccumulationSteps, trainer.AccumulatedGradients);
        Assert.Equal(1 + (options.UseEma ? 1 : 0) + (options.GradientAccumulationSteps > 1 ? 1 : 0), trainer.SlotCount);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bits_are_the_same_with_any_number_of_threads(string name)
    {
        uint[] one = Trained(Options[name] with { Threads = 1 });
        Assert.Equal(one, Trained(Options[name] with { Threads = 2 }));
        Assert.Equal(one, Trained(Options[name] with { Threads = 3 }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_allocate_nothing(string name)
    {
        (float[] inputs, float[] targets) = Batch(0);
        for (int threads = 1; threads <= 2; threads++)
        {
            using WideNet.Trainer trainer = new WideNet().CreateTrainer(Options[name] with { Threads = threads });
            Allocation.None(() => trainer.Step(inputs, targets));
        }
    }

    [Fact]
    public void An_accumulated_step_is_one_step_of_the_whole_batch()
    {
        // The penalty is in each of the gradients, so their mean holds it once.
        float[] inputs = Samples.Values(8 * WideNet.InputSize, 5);
        float[] targets = Samples.Values(8 * WideNet.OutputSize, 6);
        WideNet whole = new();
        WideNet parts = new();
        using WideNet.Trainer once = whole.CreateTrainer();
        using WideNet.Trainer twice = parts.CreateTrainer(new TrainerOptions { GradientAccumulationSteps = 2 });
        once.Step(inputs, targets);
        int half = inputs.Length / 2;
        twice.Step(inputs.AsSpan(0, half), targets.AsSpan(0, targets.Length / 2));
        Assert.Equal(new WideNet().Parameters.ToArray(), parts.Parameters.ToArray());
        twice.Step(inputs.AsSpan(half), targets.AsSpan(targets.Length / 2));
        Close(Widen(whole.Parameters), parts.Parameters);
    }

    /// <summary>Two gradients of -1 are an update of a weight from 0 to 1.</summary>
    [Fact]
    public void The_first_update_of_accumulated_gradients_is_the_average()
    {
        SmallNet net = new();
        net.Parameters.Clear();
        TrainerOptions options = new() { UseEma = true, EmaMomentum = 0.5f, GradientAccumulationSteps = 2, LearningRate = 1 };
        using SmallNet.Trainer trainer = net.CreateTrainer(options);
        for (int step = 0; step < 2; step++)
        {
            trainer.Gradients.Fill(-1);
            trainer.ApplyGradients();
        }

        Assert.All(net.Parameters.ToArray(), w => Assert.Equal(1, w));
        Assert.All(trainer.AverageParameters.ToArray(), w => Assert.Equal(1, w));
    }

    [Fact]
    public void A_schedule_counts_every_step_of_an_accumulation()
    {
        TrainerOptions options = new() { GradientAccumulationSteps = 2, LearningRateSchedule = new PolynomialDecay(10, 10, 0) };
        using WideNet.Trainer trainer = new WideNet().CreateTrainer(options);
        (float[] inputs, float[] targets) = Batch(0);
        for (int step = 0; step < 7; step++)
        {
            Assert.Equal(10f - step, trainer.LearningRate, 1e-5f);
            trainer.Step(inputs, targets);
        }

        Assert.Equal(3, trainer.Updates);
    }

    [Fact]
    public void A_global_norm_that_is_not_finite_shows_in_all_weights()
    {
        WideNet net = new();
        using WideNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { GlobalClipNorm = 1 });
        trainer.Gradients.Fill(1);
        trainer.Gradients[7] = float.PositiveInfinity;
        trainer.ApplyGradients();
        Assert.All(net.Parameters.ToArray(), w => Assert.True(float.IsNaN(w)));
    }

    [Fact]
    public void Fit_ends_with_the_averaged_weights()
    {
        WideNet net = new();
        float[] average = [];
        float[] last = [];
        Dataset data = new(Samples.Values(10 * WideNet.InputSize, 1), Samples.Values(10 * WideNet.OutputSize, 2), WideNet.InputSize);
        using WideNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { UseEma = true });
        trainer.Fit(data, new FitOptions
        {
            BatchSize = 2, Verbose = Verbose.Silent, Callbacks = [new LambdaCallback(onEpochEnd: (_, _) =>
            {
                average = trainer.AverageParameters.ToArray();
                last = net.Parameters.ToArray();
            })],
        });
        Assert.Equal(average, net.Parameters.ToArray());
        Assert.NotEqual(last, average);
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        WideNet net = new();
        TrainerOptions[] wrong =
        [
            new() { ClipValue = 0 }, new() { ClipNorm = -1 }, new() { GlobalClipNorm = float.NaN }, new() { ClipValue = 1, ClipNorm = 1 },
            new() { ClipNorm = 1, GlobalClipNorm = 1 }, new() { ClipValue = 1, GlobalClipNorm = 1 }, new() { EmaMomentum = 1.5f },
            new() { EmaMomentum = 0.999999999 }, new() { EmaOverwriteFrequency = 0 }, new() { GradientAccumulationSteps = 0 },
            new() { LearningRate = 1, LearningRateSchedule = new ExponentialDecay(1, 1, 1) },
        ];
        Assert.All(wrong, options => Assert.ThrowsAny<ArgumentException>(() => net.CreateTrainer(options)));
        using WideNet.Trainer trainer = net.CreateTrainer();
        Dataset data = new(new float[WideNet.InputSize], new float[WideNet.OutputSize], WideNet.InputSize);
        Assert.Throws<ArgumentException>(() => trainer.Fit(data, new FitOptions { ClipNorm = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => trainer.AccumulatedGradients = 1);
        Assert.True(trainer.AverageParameters.IsEmpty);
    }

    [Fact]
    public void A_scale_that_makes_a_penalty_infinite_is_refused()
    {
        NetInfo info = new()
        {
            Name = "Net", InputSize = 1, OutputSize = 1, ParameterCount = 1, Classes = 1,
            Tensors = [new TensorInfo("dense/kernel", [1], 0, 1, L2: 0.6f)],
        };
        TrainingOptionsCheck.CheckPenalties(info, 2e38f);
        ArgumentOutOfRangeException refused =
            Assert.Throws<ArgumentOutOfRangeException>(() => TrainingOptionsCheck.CheckPenalties(info, 3e38f));
        Assert.Equal("options.PenaltyScale", refused.ParamName);
    }

    private static uint[] Trained(TrainerOptions options)
    {
        WideNet net = new(seed: 3);
        using WideNet.Trainer trainer = net.CreateTrainer(options);
        for (int step = 0; step < Steps; step++)
        {
            (float[] inputs, float[] targets) = Batch(step);
            trainer.Step(inputs, targets);
        }

        List<uint> bits = [.. net.Parameters.ToArray().Select(BitConverter.SingleToUInt32Bits)];
        for (int slot = 0; slot < trainer.SlotCount; slot++)
        {
            bits.AddRange(trainer.GetSlot(slot).ToArray().Select(BitConverter.SingleToUInt32Bits));
        }

        return [.. bits];
    }

    private static (float[] Inputs, float[] Targets) Batch(int step) =>
        (Samples.Values(Count * WideNet.InputSize, step), Samples.Values(Count * WideNet.OutputSize, 100 + step));

    private static double[] Widen(ReadOnlySpan<float> values) => Array.ConvertAll(values.ToArray(), value => (double)value);

    private static void Close(double[] expected, ReadOnlySpan<float> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 2e-6);
        }
    }
}
