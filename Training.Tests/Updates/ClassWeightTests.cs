using System;
using System.Collections.Generic;
using System.Linq;
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

    /// <summary>As Keras rounds: 0.5 to 0 and 1.5 to 2.</summary>
    [Theory]
    [InlineData(0.9f, 4)]
    [InlineData(0.51f, 4)]
    [InlineData(0.5f, 100)]
    [InlineData(0.1f, 100)]
    [InlineData(-0.4f, 100)]
    [InlineData(1.4f, 4)]
    [InlineData(1.5f, 1)]
    [InlineData(-1f, 1)]
    [InlineData(float.NaN, 100)]
    public void A_single_target_is_rounded(float target, float expected)
    {
        ClassWeighting weights = ClassWeighting.Create(
            new BinaryNet().GetInfo(), new FitOptions { ClassWeight = new Dictionary<int, float> { [0] = 100, [1] = 4 } }, 1)!;
        Batch weighted = weights.Apply(new Batch { Count = 1, Inputs = new float[4], Targets = new[] { target } });
        Assert.Equal(expected, weighted.SampleWeights[0]);
    }

    /// <summary>The weights of one output multiply its loss and leave the other one's gradients, to the bit, as they are.</summary>
    [Fact]
    public void One_output_of_several_has_weights_of_its_own()
    {
        float[] inputs = Samples.Values(8 * 4, 1);
        int[] labels = [0, 1, 2, 1, 0, 2, 2, 1];
        float[] targets = Samples.Values(8 * 2, 2);
        float[] own = Samples.Values(8, 3);
        FitOptions options = new()
        {
            OutputClassWeights = new Dictionary<string, ClassWeights> { ["kind"] = new() { [2] = 5, [0] = 0 } },
        };
        ClassWeighting weights = ClassWeighting.Create(new WeighedOutputNet().GetInfo(), options, 8)!;
        Batch plain = new() { Count = 8, Inputs = inputs, Labels = labels, Targets = targets, SampleWeights = own };
        Batch weighted = weights.Apply(plain);
        Assert.Equal([0, 1, 1, 1, 5, 1, 1, 1, 0, 1, 5, 1, 5, 1, 1, 1], weighted.OutputWeights.ToArray());
        Assert.True(weighted.SampleWeights.SequenceEqual(own));

        float[] before = Gradients(plain, out float[] losses);
        float[] after = Gradients(weighted, out float[] weightedLosses);
        NetInfo info = new WeighedOutputNet().GetInfo();
        Assert.Equal(Of(before, "place/kernel"), Of(after, "place/kernel"));
        Assert.NotEqual(Of(before, "kind/kernel"), Of(after, "kind/kernel"));
        Assert.NotEqual(Of(before, "features/kernel"), Of(after, "features/kernel"));
        Assert.Equal(losses[1], weightedLosses[1]);

        // The same as sample weights, with the other output's loss left out by targets that are met.
        float[] byClass = [.. labels.Zip(own, (label, weight) => weight * (label == 2 ? 5 : label == 0 ? 0 : 1))];
        float[] bySample = Gradients(
            new Batch { Count = 8, Inputs = inputs, Labels = labels, Targets = targets, SampleWeights = byClass }, out float[] sampleLosses);
        Assert.Equal(Of(bySample, "kind/kernel"), Of(after, "kind/kernel"));
        Assert.Equal(sampleLosses[0], weightedLosses[0]);

        float[] Of(float[] gradients, string name)
        {
            TensorInfo tensor = info.GetTensor(name);
            return gradients[tensor.Offset..(tensor.Offset + tensor.Length)];
        }
    }

    [Fact]
    public void Fit_and_the_inference_pass_take_weights_of_outputs()
    {
        Dataset data = new(Samples.Values(24 * 4, 1), [.. Enumerable.Range(0, 24).Select(n => n % 3)], Samples.Values(24 * 2, 2), 4);
        FitOptions options = s_quiet with
        {
            OutputClassWeights = new Dictionary<string, ClassWeights> { ["kind"] = new() { [0] = 0, [1] = 0, [2] = 0 } },
        };
        WeighedOutputNet net = new();
        float[] kind = net.GetWeight("kind/kernel").ToArray();
        History history = net.Fit(data, options);
        Assert.Equal(kind, net.GetWeight("kind/kernel").ToArray());
        Assert.Equal(0, history["kind_loss"][0]);
        Assert.True(history["place_loss"][0] > 0);

        float[] losses = new float[2];
        float[] outputs = new float[5];
        Batch one = new() { Count = 1, Inputs = new float[4], Labels = new[] { 1 }, Targets = new float[] { 1, 2 }, OutputWeights = new[] { 0.5f, 3 } };
        Batch unweighted = new() { Count = 1, Inputs = one.Inputs, Labels = one.Labels, Targets = one.Targets };
        net.ComputeLoss(unweighted, outputs, losses);
        float[] expected = [losses[0] * 0.5f, losses[1] * 3];
        net.ComputeLoss(one, outputs, losses);
        Assert.Equal(expected, losses);
        using WeighedOutputNet.Trainer trainer = net.CreateTrainer();
        trainer.ComputeLoss(one, outputs, losses);
        Assert.Equal(expected, losses);
        Assert.Throws<ArgumentException>(() => trainer.ComputeGradients(
            new Batch { Count = 1, Inputs = new float[4], Labels = new[] { 1 }, Targets = new float[] { 1, 2 }, OutputWeights = new[] { 0.5f } }));
    }

    [Fact]
    public void Weights_of_outputs_go_through_streams()
    {
        using IBatchReader reader = new Weighted(Samples.Points(6)).Shuffle(4).Prefetch(2).CreateReader(4);
        reader.Reset(new EpochOrder { Shuffle = true });
        int seen = 0;
        while (reader.Read(out Batch batch))
        {
            for (int n = 0; n < batch.Count; n++, seen++)
            {
                Assert.Equal([batch.Inputs[n * 4], batch.Inputs[(n * 4) + 1]], batch.OutputWeights.Slice(n * 2, 2).ToArray());
            }
        }

        Assert.Equal(6, seen);
    }

    [Fact]
    public void Weights_of_outputs_that_are_not_there_are_refused()
    {
        ClassWeights weights = new() { [0] = 1 };
        Assert.Contains("kind", Refused(new WeighedOutputNet().GetInfo(), new() { ["kin"] = weights }), StringComparison.Ordinal);
        Assert.Contains("ClassWeight", Refused(new PointNet().GetInfo(), new() { ["dense"] = weights }), StringComparison.Ordinal);
        Assert.Contains("no class 3", Refused(new WeighedOutputNet().GetInfo(), new() { ["kind"] = new() { [3] = 1 } }), StringComparison.Ordinal);
        Assert.Contains("OutputClassWeights", Assert.Throws<ArgumentException>(
            () => ClassWeighting.Create(new WeighedOutputNet().GetInfo(), new FitOptions { ClassWeight = weights }, 1)).Message, StringComparison.Ordinal);

        static string Refused(NetInfo info, Dictionary<string, ClassWeights> weights) => Assert.Throws<ArgumentException>(
            () => ClassWeighting.Create(info, new FitOptions { OutputClassWeights = weights }, 1)).Message;
    }

    [Theory]
    [InlineData(3, 1f)]
    [InlineData(-1, 1f)]
    [InlineData(0, float.NaN)]
    public void Wrong_ones_are_refused(int label, float weight) => Assert.Throws<ArgumentException>(
        () => new PointNet().Fit(Samples.Points(3), s_quiet with { ClassWeight = new Dictionary<int, float> { [label] = weight } }));

    private static float[] Gradients(Batch batch, out float[] losses)
    {
        WeighedOutputNet net = new(seed: 4);
        using WeighedOutputNet.Trainer trainer = net.CreateTrainer(new TrainerOptions { PenaltyScale = 0 });
        trainer.ComputeGradients(batch);
        losses = trainer.OutputLosses.ToArray();
        return trainer.Gradients.ToArray();
    }

    /// <summary>Has the first two inputs of each sample as weights.</summary>
    private sealed class Weighted(Dataset data) : IBatchSource
    {
        public int Count => data.Count;

        public int InputSize => data.InputSize;

        public IBatchReader CreateReader(int batchSize) => new Reader(data.CreateReader(batchSize));

        private sealed class Reader(IBatchReader inner) : IBatchReader
        {
            public void Reset(EpochOrder order) => inner.Reset(order);

            public bool Read(out Batch batch)
            {
                bool read = inner.Read(out Batch plain);
                float[] weights = new float[plain.Count * 2];
                for (int n = 0; n < plain.Count; n++)
                {
                    plain.Inputs.Slice(n * 4, 2).CopyTo(weights.AsSpan(n * 2));
                }

                batch = new Batch { Count = plain.Count, Inputs = plain.Inputs, Labels = plain.Labels, OutputWeights = weights };
                return read;
            }

            public void Dispose() => inner.Dispose();
        }
    }
}
