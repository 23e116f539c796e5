using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Execution;
using Xunit;

namespace StaticNets.Training.Tests.Updates;

[Collection(AloneCollection.Name)]
public sealed class ConstraintTests
{
    private const int Count = 5;

    [Fact]
    public void Units_are_output_channels_and_vectors_are_one()
    {
        WeightConstraint?[] expected =
        [
            new(Constraint.MaxNorm, 17, 1, 0, 0.5f, 1),
            new(Constraint.NonNeg, 1, 17, 0, 1, 1),
            new(Constraint.UnitNorm, 34, 1, 0, 1, 1),
            new(Constraint.MaxNorm, 1, 34, 0, 0.125f, 1),
            new(Constraint.MaxNorm, 5, 34, 0, 0.25f, 1),
            null,
            new(Constraint.MinMaxNorm, 35, 1, 0.75f, 0.875f, 0.5f),
            null,
            new(Constraint.NonNeg, 3, 1, 0, 1, 1),
            null,
        ];
        Assert.Equal<IEnumerable<WeightConstraint?>>(expected, Info(new ConstrainedNet()).Tensors.Select(tensor => tensor.Constraint));
    }

    [Fact]
    public void Weights_are_brought_back_after_every_update()
    {
        ConstrainedNet net = new(seed: 3);
        UnconstrainedNet free = new(seed: 3);
        using ConstrainedNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { UseEma = true, EmaMomentum = 0 });
        using UnconstrainedNet.Trainer freeTrainer = free.CreateTrainer();
        Assert.Equal(free.Parameters.ToArray(), net.Parameters.ToArray());
        for (int step = 0; step < 4; step++)
        {
            (float[] inputs, float[] targets) = Batch(step);
            free.SetParameters(net.Parameters);
            trainer.Step(inputs, targets);
            freeTrainer.Step(inputs, targets);

            // The average of the step's weights alone: taken before the constraints.
            Assert.Equal(free.Parameters.ToArray(), trainer.AverageParameters.ToArray());
            foreach (TensorInfo tensor in trainer.Info.Tensors)
            {
                double[] expected = Constrained(tensor, free.Parameters.Slice(tensor.Offset, tensor.Length).ToArray());
                float[] actual = net.Parameters.Slice(tensor.Offset, tensor.Length).ToArray();
                Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
                Assert.Equal(tensor.Constraint is null, actual.SequenceEqual(free.Parameters.Slice(tensor.Offset, tensor.Length).ToArray()));
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void The_bits_are_the_same_with_any_number_of_threads(int threads) => Assert.Equal(Trained(1), Trained(threads));

    [Fact]
    public void Steps_allocate_nothing()
    {
        using ConstrainedNet.Trainer trainer = new ConstrainedNet().CreateTrainer(new TrainerOptions { Threads = 2 });
        (float[] inputs, float[] targets) = Batch(0);
        Allocation.None(() => trainer.Step(inputs, targets));
    }

    /// <summary>Values of a unit side by side, as in an embedding, and around other units, as in a transposed convolution.</summary>
    [Theory]
    [InlineData(1, 37, 21)]
    [InlineData(3, 19, 5)]
    [InlineData(6, 1, 1)]
    public void A_unit_may_stand_anywhere(int outer, int units, int inner)
    {
        foreach (Constraint kind in Enum.GetValues<Constraint>().Except([Constraint.None]))
        {
            TensorInfo tensor = new("kernel", [outer * units * inner], 3, outer * units * inner)
            {
                Constraint = new WeightConstraint(kind, units, inner, 0.25f, 0.5f, 0.75f),
            };
            float[] w = Samples.Values(tensor.Length + 6, 1);
            double[] expected = Constrained(tensor, w.AsSpan(3, tensor.Length).ToArray());
            float[] actual = [.. w];
            new ConstraintPass([tensor]).Apply(actual, 0, 1);
            Assert.All(expected.Zip(actual.Skip(3)), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
            Assert.Equal(w[..3], actual[..3]);
            Assert.Equal(w[^3..], actual[^3..]);
        }
    }

    [Fact]
    public void Weights_that_are_not_trained_are_not_constrained() => Assert.True(
        new ConstraintPass([new TensorInfo("bias", [2], 0, 2) { IsTrainable = false, Constraint = new(Constraint.UnitNorm, 1, 2, 0, 1, 1) }]).IsEmpty);

    private static double[] Constrained(TensorInfo tensor, float[] w)
    {
        double[] result = [.. w.Select(value => (double)value)];
        if (tensor.Constraint is not { } constraint)
        {
            return result;
        }

        IEnumerable<IGrouping<int, int>> units = Enumerable.Range(0, w.Length).GroupBy(i => i / constraint.Inner % constraint.Units);
        foreach (IGrouping<int, int> unit in units)
        {
            double norm = Math.Sqrt(unit.Sum(i => (double)w[i] * w[i]));
            foreach (int i in unit)
            {
                result[i] = constraint.Kind switch
                {
                    Constraint.NonNeg => Math.Max(w[i], 0),
                    Constraint.MaxNorm => w[i] * Math.Clamp(norm, 0, constraint.Max) / (1e-7 + norm),
                    Constraint.UnitNorm => w[i] / (1e-7 + norm),
                    _ => w[i] * ((constraint.Rate * Math.Clamp(norm, constraint.Min, constraint.Max)) + ((1 - constraint.Rate) * norm)) / (1e-7 + norm),
                };
            }
        }

        return result;
    }

    private static float[] Trained(int threads)
    {
        ConstrainedNet net = new();
        using ConstrainedNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { Threads = threads });
        for (int step = 0; step < 4; step++)
        {
            (float[] inputs, float[] targets) = Batch(step);
            trainer.Step(inputs, targets);
        }

        return net.Parameters.ToArray();
    }

    private static NetInfo Info<TNet>(TNet net)
        where TNet : class, IStaticNet<TNet> => TNet.Info;

    private static (float[] Inputs, float[] Targets) Batch(int step) =>
        (Samples.Values(Count * ConstrainedNet.InputSize, step), Samples.Values(Count * ConstrainedNet.OutputSize, 100 + step));
}
