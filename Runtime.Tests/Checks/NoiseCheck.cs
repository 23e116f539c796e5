using System;
using System.Linq;
using StaticNets.Tests.Reference;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Checks;

/// <summary>What noise layers draw has the distribution that it should, repeats with seed and iteration, and differs between iterations, seeds and samples.</summary>
internal static class NoiseCheck
{
    private const int Count = 64;
    private const int Iterations = 20;

    /// <summary>Standard deviations by which a mean may be off.</summary>
    private const double Deviations = 5;

    public static void Run(NetCase net)
    {
        NoiseLayer noise = ObservedNoise.Layer(net.Reference).Layer;
        double[][] draws = Draws(net, noise, seed: 1);
        double[][] again = Draws(net, noise, seed: 1);
        double[][] other = Draws(net, noise, seed: 2);
        Expect.True(draws.Zip(again).All(pair => pair.First.SequenceEqual(pair.Second)), $"{net}: the same seed gives other noise.");
        double[] all = [.. draws.SelectMany(iteration => iteration)];
        foreach (Moment moment in noise.Moments)
        {
            double mean = all.Average(moment.Of);
            double allowed = Deviations * moment.Deviation / Math.Sqrt(all.Length);
            Expect.True(Math.Abs(mean - moment.Mean) <= allowed, $"{net}: the {moment.Name} is {mean:G5} instead of {moment.Mean:G5}, allowed {allowed:G3} off.");
        }

        if (noise.IsConstant)
        {
            return;
        }

        Expect.True(!draws[0].SequenceEqual(draws[1]), $"{net}: two iterations share their noise.");
        Expect.True(!draws[0].SequenceEqual(other[0]), $"{net}: two seeds share their noise.");
        double[][] samples = [.. draws[0].Chunk(noise.DrawCount)];
        Expect.True(samples.Count(sample => sample.SequenceEqual(samples[0])) < Count / 2, $"{net}: samples share their noise.");
    }

    private static double[][] Draws(NetCase net, NoiseLayer noise, int seed)
    {
        NetUnderTest tested = net.Create();
        float[] parameters = NetData.Parameters(net);
        tested.SetParameters(parameters);
        using ITrainer trainer = tested.CreateTrainer(new TrainerOptions { MaxBatchSize = Count, Seed = seed });
        CheckBatch batch = NetData.Batch(net, Count);
        return [.. Enumerable.Range(0, Iterations).Select(_ => OfStep(net, noise, trainer, ReferenceBatch.Widen(parameters), batch))];
    }

    private static double[] OfStep(NetCase net, NoiseLayer noise, ITrainer trainer, double[] parameters, CheckBatch batch)
    {
        trainer.ComputeGradients(batch.Narrow);
        NoiseDraw draw = ObservedNoise.Read(net.Reference, parameters, batch, trainer.Outputs.ToArray());
        return [.. Enumerable.Range(0, Count).SelectMany(sample => Enumerable.Range(0, noise.DrawCount).Select(place => draw("", sample, place)))];
    }
}
