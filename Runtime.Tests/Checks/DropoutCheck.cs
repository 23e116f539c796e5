using System;
using System.Linq;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Checks;

/// <summary>Masks drop the share they should, repeat with seed and iteration, and differ between iterations, seeds and samples.</summary>
internal static class DropoutCheck
{
    private const int Count = 64;
    private const int Iterations = 20;

    /// <summary>Standard deviations by which the share may be off.</summary>
    private const double Deviations = 5;

    public static void Run(NetCase net)
    {
        double rate = net.Reference.Nodes.Select(node => node.Layer).OfType<DropoutLayer>().Single().Rate;
        bool[][] masks = Masks(net, seed: 1);
        bool[][] again = Masks(net, seed: 1);
        bool[][] other = Masks(net, seed: 2);
        Expect.True(masks.Zip(again).All(pair => pair.First.SequenceEqual(pair.Second)), $"{net}: the same seed gives other masks.");
        double trials = masks.Sum(mask => mask.Length);
        double dropped = masks.Sum(mask => mask.Count(kept => !kept)) / trials;
        double allowed = Deviations * Math.Sqrt(rate * (1 - rate) / trials);
        Expect.True(Math.Abs(dropped - rate) <= allowed, $"{net}: {dropped:P2} dropped at a rate of {rate:P0}, allowed {allowed:P2} off.");
        if (rate is 0 or 1)
        {
            return;
        }

        Expect.True(!masks[0].SequenceEqual(masks[1]), $"{net}: two iterations share a mask.");
        Expect.True(!masks[0].SequenceEqual(other[0]), $"{net}: two seeds share a mask.");
        bool[][] samples = [.. masks[0].Chunk(masks[0].Length / Count)];
        Expect.True(samples.Count(sample => sample.SequenceEqual(samples[0])) < Count / 2, $"{net}: samples share a mask.");
    }

    private static bool[][] Masks(NetCase net, int seed)
    {
        NetUnderTest tested = net.Create();
        tested.SetParameters(NetData.Parameters(net));
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { MaxBatchSize = Count, Seed = seed });
        CheckBatch batch = NetData.Batch(net, Count);
        return [.. Enumerable.Range(0, Iterations).Select(_ => Mask(net, trainer, batch))];
    }

    private static bool[] Mask(NetCase net, ITrainer trainer, CheckBatch batch)
    {
        trainer.ComputeGradients(batch.Narrow);
        DropoutMask mask = ObservedMask.Read(net.Reference, trainer.Outputs.ToArray());
        int size = net.Reference.Nodes.Single(node => node.Layer is DropoutLayer).Layer.OutputSize;
        return [.. Enumerable.Range(0, Count).SelectMany(sample => Enumerable.Range(0, size).Select(element => mask("", sample, element)))];
    }
}
