using System;
using System.Collections.Generic;
using Xunit;

namespace StaticNets.Training.Tests.Updates;

public sealed class ClassWeightTests
{
    private static readonly FitOptions s_quiet = new() { Verbose = Verbose.Silent, BatchSize = 7, Epochs = 2, Seed = 3 };

    [Fact]
    public void They_are_sample_weights_by_label()
    {
        Dataset data = Samples.Points(30);
        float[] own = Samples.Values(30, 4);
        float[] both = new float[30];
        using IBatchReader reader = data.CreateReader(30);
        Assert.True(reader.Read(out Batch all));
        for (int n = 0; n < 30; n++)
        {
            both[n] = own[n] * (all.Labels[n] == 0 ? 3 : all.Labels[n] == 2 ? 0.5f : 1);
        }

        PointNet byClass = new();
        PointNet bySample = new();
        Dictionary<int, float> weights = new() { [0] = 3, [2] = 0.5f };
        byClass.Fit(data.WithSampleWeights(own), s_quiet with { ClassWeight = weights });
        bySample.Fit(data.WithSampleWeights(both), s_quiet);
        Assert.Equal(bySample.Parameters.ToArray(), byClass.Parameters.ToArray());
        byClass = new PointNet();
        byClass.Fit(data, s_quiet with { ClassWeight = weights });
        Assert.NotEqual(bySample.Parameters.ToArray(), byClass.Parameters.ToArray());
    }

    [Fact]
    public void A_single_output_has_the_classes_0_and_1()
    {
        Dataset data = Samples.Halves(30);
        float[] weights = new float[30];
        using IBatchReader reader = data.CreateReader(30);
        Assert.True(reader.Read(out Batch all));
        for (int n = 0; n < 30; n++)
        {
            weights[n] = all.Targets[n] == 1 ? 4 : 1;
        }

        BinaryNet byClass = new();
        BinaryNet bySample = new();
        byClass.Fit(data, s_quiet with { ClassWeight = new Dictionary<int, float> { [1] = 4 } });
        bySample.Fit(data.WithSampleWeights(weights), s_quiet);
        Assert.Equal(bySample.Parameters.ToArray(), byClass.Parameters.ToArray());
    }

    [Theory]
    [InlineData(3, 1f)]
    [InlineData(-1, 1f)]
    [InlineData(0, float.NaN)]
    public void Wrong_ones_are_refused(int label, float weight) => Assert.Throws<ArgumentException>(
        () => new PointNet().Fit(Samples.Points(3), s_quiet with { ClassWeight = new Dictionary<int, float> { [label] = weight } }));
}
