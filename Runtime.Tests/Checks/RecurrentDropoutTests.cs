using System;
using System.Linq;
using StaticNets.Tests.Nets;
using Xunit;

namespace StaticNets.Tests.Checks;

/// <summary>Dropout inside recurrent layers, whose masks weights make visible: how often it drops, and what shares a mask.</summary>
public class RecurrentDropoutTests
{
    private const int Units = 17;
    private const int Samples = 60;
    private const float Kept = 1 / 0.75f;

    [Fact]
    public void All_steps_share_a_mask_of_the_input_and_one_of_the_state()
    {
        DropVisible net = new(1);
        float[] identity = [.. Enumerable.Range(0, Units * Units).Select(i => i % (Units + 1) == 0 ? 1f : 0f)];
        net.SetParameters([.. identity, .. identity]);
        float[] x = HashedValues.Array(1, Samples * 3 * Units, 2);
        float[] y = Train(net, x, seed: 1);
        int dropped = 0;
        int droppedStates = 0;
        int states = 0;
        for (int i = 0; i < Samples * Units; i++)
        {
            int at = (i / Units * 3 * Units) + (i % Units);
            float mask = y[at] == 0 ? 0 : Kept;
            Assert.Equal(x[at] * mask, y[at], 1e-5f);
            dropped += mask == 0 ? 1 : 0;

            // What the state adds shows its mask where there is a state.
            float added = y[at + Units] - (x[at + Units] * mask);
            float ofState = Math.Abs(added) < 1e-5f ? 0 : 2;
            Assert.Equal(y[at] * ofState, added, 1e-5f);
            Assert.Equal((x[at + (2 * Units)] * mask) + (y[at + Units] * ofState), y[at + (2 * Units)], 1e-4f);
            states += mask == 0 ? 0 : 1;
            droppedStates += mask == 0 || ofState != 0 ? 0 : 1;
        }

        AssertShare(0.25, dropped, Samples * Units);
        AssertShare(0.5, droppedStates, states);
        Assert.Equal(y, Train(net, x, seed: 1));
        Assert.NotEqual(y, Train(net, x, seed: 2));
    }

    [Fact]
    public void Gates_have_masks_of_their_own_where_the_state_drops_too()
    {
        float[][] own = [.. new[] { 0, 2, 3 }.Select(gate => MaskOf(new DropVisibleGates(1), gate))];
        float[][] shared = [.. new[] { 0, 2, 3 }.Select(gate => MaskOf(new DropVisibleInput(1), gate))];

        Assert.All(own, mask => AssertShare(0.25, mask.Count(value => value == 0), mask.Length));
        Assert.NotEqual(own[0], own[1]);
        Assert.NotEqual(own[1], own[2]);
        Assert.NotEqual(own[0], own[2]);
        Assert.Equal(shared[0], shared[1]);
        Assert.Equal(shared[0], shared[2]);
        AssertShare(0.25, shared[0].Count(value => value == 0), shared[0].Length);
    }

    [Fact]
    public void Directions_have_masks_of_their_own()
    {
        DropVisibleDirections net = new(1);
        float[] identity = [.. Enumerable.Range(0, Units * Units).Select(i => i % (Units + 1) == 0 ? 1f : 0f)];
        net.SetParameters([.. identity, .. identity, .. identity, .. identity]);
        float[] y = Train(net, [.. Enumerable.Repeat(1f, Samples * Units)], seed: 1);
        float[][] halves = [.. y.Chunk(Units)];
        Assert.NotEqual(halves.Where((_, i) => i % 2 == 0).SelectMany(half => half), halves.Where((_, i) => i % 2 == 1).SelectMany(half => half));
    }

    /// <summary>One step of <c>h = o i g</c>, where the gate is the input and the others are 1: the input's mask.</summary>
    private static float[] MaskOf<TNet>(TNet net, int gate)
        where TNet : class, ITrainableNet<TNet>
    {
        float[] w = new float[TNet.Info.ParameterCount];
        int bias = 2 * Units * 4 * Units;
        for (int unit = 0; unit < Units; unit++)
        {
            w[(unit * 4 * Units) + (gate * Units) + unit] = 1;
            foreach (int other in new[] { 0, 2, 3 })
            {
                w[bias + (other * Units) + unit] = other == gate ? 0 : 1;
            }
        }

        net.SetParameters(w);
        float[] y = Train(net, [.. Enumerable.Repeat(1f, Samples * Units)], seed: 1);
        Assert.All(y, value => Assert.True(value == 0 || Math.Abs(value - Kept) < 1e-5f));
        return y;
    }

    private static float[] Train<TNet>(TNet net, float[] x, int seed)
        where TNet : class, ITrainableNet<TNet>
    {
        using ITrainer trainer = net.CreateTrainer(new TrainerOptions { MaxBatchSize = Samples, Seed = seed });
        trainer.ComputeGradients(new Batch { Count = Samples, Inputs = x, Targets = new float[Samples * TNet.Info.OutputSize] });
        return trainer.Outputs.ToArray();
    }

    private static void AssertShare(double rate, int dropped, int count)
    {
        double deviation = Math.Sqrt(rate * (1 - rate) / count);
        Assert.InRange(dropped / (double)count, rate - (5 * deviation), rate + (5 * deviation));
    }
}
