using System;
using System.Diagnostics;
using System.IO;
using Xunit;

namespace StaticNets.Training.Tests.Weights;

/// <summary>Weights are initialized when they are first needed, and not at all where others take their place before.</summary>
[Collection(AloneCollection.Name)]
public sealed class InitializationTests
{
    /// <summary>An orthogonal start of so many units takes a tenth of a second, all else a few milliseconds.</summary>
    [Fact]
    public void Weights_that_are_replaced_are_not_initialized()
    {
        OrthogonalNet net = new(seed: 3);
        double initialized = Fastest(() => _ = new OrthogonalNet(seed: 1).Parameters);
        MemoryStream file = new();
        net.Save(file);
        Assert.InRange(Fastest(() => new OrthogonalNet()) / initialized, 0, 0.3);
        Assert.InRange(Fastest(() => net.Clone()) / initialized, 0, 0.3);
        Assert.InRange(Fastest(() => new OrthogonalNet().CopyFrom(net)) / initialized, 0, 0.3);
        OrthogonalNet loaded = new(seed: 7);
        file.Position = 0;
        loaded.Load(file);
        Assert.Equal(net.Parameters.ToArray(), loaded.Parameters.ToArray());
    }

    [Fact]
    public void Whoever_comes_first_has_them()
    {
        float[] expected = new PointNet(seed: 5).Parameters.ToArray();
        float[] inputs = Samples.Values(PointNet.InputSize, 1);
        float[] outputs = new float[PointNet.OutputSize];
        PointNet read = new(seed: 5);
        read.Predict(inputs, outputs);
        Assert.Equal(expected, read.Parameters.ToArray());
        PointNet trained = new(seed: 5);
        using PointNet.Trainer trainer = trained.CreateTrainer();
        Assert.Equal(expected, ((ITrainer)trainer).Parameters.ToArray());
    }

    private static double Fastest(Action action)
    {
        double fastest = double.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long begin = Stopwatch.GetTimestamp();
            action();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        return fastest;
    }
}

/// <summary>Weights whose start is much work.</summary>
[StaticNet]
[Input(2, 1)]
[LSTM(384)]
public sealed partial class OrthogonalNet;
