using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Updates;

/// <summary>Weights that are not trained: nothing changes them or depends on their gradients, and they cost no slots.</summary>
[Collection(AloneCollection.Name)]
public sealed class PartlyTrainedTests
{
    private const int Steps = 7;
    private const int Trained = 11 + 4950 + 50;

    public static TheoryData<string> Names() => UpdateOptionTests.Names();

    [Fact]
    public void Slots_hold_the_trained_weights_only()
    {
        using PartlyTrainedNet.Trainer trainer = new PartlyTrainedNet().CreateTrainer(new() { UseEma = true, GradientAccumulationSteps = 2 });
        Assert.Equal(Trained, PartlyTrainedNet.Description.TrainableCount);
        Assert.Equal(3, trainer.SlotCount);
        Assert.All(Enumerable.Range(0, 3), slot => Assert.Equal(Trained, trainer.GetSlot(slot).Length));
        Assert.Equal(PartlyTrainedNet.Description.ParameterCount, trainer.Gradients.Length);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Trained_weights_are_those_of_the_formulas_and_the_others_stay(string name)
    {
        TrainerOptions options = UpdateOptionTests.Options[name] with { Threads = 2 };
        PartlyTrainedNet net = new();
        using PartlyTrainedNet.Trainer trainer = net.CreateTrainer(options);
        ScalarUpdate reference = new(trainer.Info, options, learningRate: 0.05, momentum: 0.9);
        float[] start = net.Parameters.ToArray();
        double[] w = Array.ConvertAll(start, value => (double)value);
        for (int step = 0; step < Steps; step++)
        {
            Fill(trainer.Gradients, step);
            reference.Apply(w, Array.ConvertAll(trainer.Gradients.ToArray(), value => (double)value));
            trainer.ApplyGradients();
            Close(w, net.Parameters);
            if (options.UseEma)
            {
                Close(reference.Average, trainer.AverageParameters);
            }
        }

        foreach (TensorInfo tensor in trainer.Info.Tensors)
        {
            float[] before = start[tensor.Offset..(tensor.Offset + tensor.Length)];
            float[] now = net.Parameters.Slice(tensor.Offset, tensor.Length).ToArray();
            Assert.Equal(!tensor.IsTrainable, before.SequenceEqual(now));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_of_the_others_do_not_count(string name)
    {
        TrainerOptions options = UpdateOptionTests.Options[name];
        Assert.Equal(Bits(options, 0), Bits(options, float.NaN));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bits_are_the_same_with_any_number_of_threads(string name)
    {
        TrainerOptions options = UpdateOptionTests.Options[name];
        uint[] one = Bits(options with { Threads = 1 }, 0);
        Assert.Equal(one, Bits(options with { Threads = 2 }, 0));
        Assert.Equal(one, Bits(options with { Threads = 3 }, 0));
    }

    [Fact]
    public void The_average_has_the_values_of_now_where_nothing_is_trained()
    {
        PartlyTrainedNet net = new();
        using PartlyTrainedNet.Trainer trainer = net.CreateTrainer(new() { UseEma = true });
        net.Parameters[5100] = 17;
        Assert.Equal(net.Parameters.ToArray(), trainer.AverageParameters.ToArray());
    }

    [Fact]
    public void Updates_and_the_average_allocate_nothing()
    {
        using PartlyTrainedNet.Trainer trainer = new PartlyTrainedNet().CreateTrainer(new() { UseEma = true, ClipNorm = 1 });
        Allocation.None(() =>
        {
            trainer.ApplyGradients();
            _ = trainer.AverageParameters[0];
        });
    }

    [Fact]
    public void The_penalty_counts_trained_weights_only()
    {
        PartlyTrainedNet net = new();
        using PartlyTrainedNet.Trainer trainer = net.CreateTrainer(new());
        trainer.ComputeGradients(new Batch { Count = 1, Inputs = new float[1], Targets = new float[1] });
        double expected = 0.25 * net.Parameters.Slice(110, 4950).ToArray().Sum(w => (double)Math.Abs(w));
        Assert.Equal(expected, trainer.Penalty, 1e-3);
    }

    [Fact]
    public void A_checkpoint_goes_on_with_the_same_bits()
    {
        TrainerOptions options = new() { UseEma = true, GradientAccumulationSteps = 2 };
        PartlyTrainedNet net = new();
        using PartlyTrainedNet.Trainer trainer = net.CreateTrainer(options);
        Train(trainer, 0, 3, 0);
        using MemoryStream file = new();
        trainer.SaveCheckpoint(file);
        Train(trainer, 3, 6, 0);

        file.Position = 0;
        PartlyTrainedNet other = new();
        other.Parameters.Clear();
        using PartlyTrainedNet.Trainer restored = other.CreateTrainer(options);
        restored.LoadCheckpoint(file);
        Train(restored, 3, 6, 0);
        Assert.Equal(net.Parameters.ToArray(), other.Parameters.ToArray());
        Assert.Equal(trainer.AverageParameters.ToArray(), restored.AverageParameters.ToArray());
    }

    private static uint[] Bits(TrainerOptions options, float others)
    {
        PartlyTrainedNet net = new();
        using PartlyTrainedNet.Trainer trainer = net.CreateTrainer(options);
        Train(trainer, 0, Steps, others);
        List<uint> bits = [.. net.Parameters.ToArray().Select(BitConverter.SingleToUInt32Bits)];
        for (int slot = 0; slot < trainer.SlotCount; slot++)
        {
            bits.AddRange(trainer.GetSlot(slot).ToArray().Select(BitConverter.SingleToUInt32Bits));
        }

        return [.. bits];
    }

    private static void Train(PartlyTrainedNet.Trainer trainer, int first, int last, float others)
    {
        for (int step = first; step < last; step++)
        {
            Fill(trainer.Gradients, step);
            foreach (TensorInfo tensor in trainer.Info.Tensors.Where(tensor => !tensor.IsTrainable))
            {
                trainer.Gradients.Slice(tensor.Offset, tensor.Length).Fill(others);
            }

            trainer.ApplyGradients();
        }
    }

    private static void Fill(Span<float> gradients, int step) => Samples.Values(gradients.Length, 10 + step).CopyTo(gradients);

    private static void Close(double[] expected, ReadOnlySpan<float> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 2e-6);
        }
    }
}
