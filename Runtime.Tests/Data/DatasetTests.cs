using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace StaticNets.Tests;

public sealed class DatasetTests
{
    [Fact]
    public void The_last_short_batch_is_used()
    {
        using IBatchReader reader = Samples.Numbered(10).CreateReader(4);
        Assert.Equal([4, 4, 2], ReadAll(reader, default).Select(batch => batch.Length));
    }

    [Fact]
    public void Unshuffled_samples_come_as_they_stand()
    {
        using IBatchReader reader = Samples.Numbered(10).CreateReader(4);
        Assert.Equal(Enumerable.Range(0, 10), ReadAll(reader, default).SelectMany(batch => batch));
    }

    [Fact]
    public void A_shuffled_epoch_is_a_permutation_that_depends_on_seed_and_epoch_alone()
    {
        Dataset data = Samples.Numbered(1000);
        using IBatchReader reader = data.CreateReader(64);
        using IBatchReader other = data.CreateReader(32);
        int[] first = [.. ReadAll(reader, new EpochOrder { Shuffle = true, Seed = 1 }).SelectMany(batch => batch)];
        int[] nextEpoch = [.. ReadAll(reader, new EpochOrder { Shuffle = true, Seed = 1, Epoch = 1 }).SelectMany(batch => batch)];
        int[] nextSeed = [.. ReadAll(reader, new EpochOrder { Shuffle = true, Seed = 2 }).SelectMany(batch => batch)];
        int[] again = [.. ReadAll(other, new EpochOrder { Shuffle = true, Seed = 1 }).SelectMany(batch => batch)];
        Assert.Equal(Enumerable.Range(0, 1000), first.Order());
        Assert.Equal(first, again);
        Assert.All([nextEpoch, nextSeed], order => Assert.InRange(order.Zip(first).Count(pair => pair.First == pair.Second), 0, 20));
        Assert.InRange(first.Select((sample, place) => sample == place ? 1 : 0).Sum(), 0, 20);
    }

    [Fact]
    public void All_permutations_of_three_are_about_equally_likely()
    {
        int[] counts = new int[27];
        int[] order = new int[3];
        for (int epoch = 0; epoch < 6000; epoch++)
        {
            Data.EpochPermutation.Fill(order, 7, epoch);
            counts[(order[0] * 9) + (order[1] * 3) + order[2]]++;
        }

        Assert.Equal(6, counts.Count(count => count > 0));
        Assert.All(counts.Where(count => count > 0), count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void An_epoch_can_begin_at_a_later_batch()
    {
        using IBatchReader reader = Samples.Numbered(10).CreateReader(4);
        EpochOrder order = new() { Shuffle = true, Seed = 3 };
        List<int[]> all = ReadAll(reader, order);
        Assert.Equal(all.Skip(1), ReadAll(reader, order with { FirstBatch = 1 }));
        Assert.Empty(ReadAll(reader, order with { FirstBatch = int.MaxValue }));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Reset(order with { FirstBatch = -1 }));
    }

    [Fact]
    public void Views_see_their_part_of_everything()
    {
        Dataset data = Samples.Numbered(10).WithSampleWeights([.. Enumerable.Range(0, 10).Select(n => n * 0.5f)]);
        Dataset view = data.Skip(2).Take(7).Slice(1, 5);
        Assert.Equal(5, view.Count);
        foreach (bool shuffle in new[] { false, true })
        {
            using IBatchReader reader = view.CreateReader(2);
            reader.Reset(new EpochOrder { Shuffle = shuffle });
            List<float> seen = [];
            while (reader.Read(out Batch batch))
            {
                for (int n = 0; n < batch.Count; n++)
                {
                    float sample = batch.Inputs[n * 4];
                    seen.Add(sample);
                    Assert.Equal((int)sample % 3, batch.Labels[n]);
                    Assert.Equal(sample * 0.5f, batch.SampleWeights[n]);
                }
            }

            Assert.Equal([3f, 4, 5, 6, 7], seen.Order());
        }
    }

    [Fact]
    public void Weights_of_a_view_are_the_view_s()
    {
        Dataset view = Samples.Numbered(10).Skip(6).WithSampleWeights([6, 7, 8, 9]).Skip(1);
        using IBatchReader reader = view.CreateReader(8);
        Assert.True(reader.Read(out Batch batch));
        Assert.Equal([7f, 8, 9], batch.SampleWeights.ToArray());
        reader.Reset(new EpochOrder { Shuffle = true });
        Assert.True(reader.Read(out batch));
        Assert.Equal(batch.Inputs[4], batch.SampleWeights[1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bytes_are_scaled_on_the_way_in(bool shuffle)
    {
        byte[] bytes = [.. Enumerable.Range(0, 8 * 37).Select(i => unchecked((byte)(i * 7)))];
        Dataset data = new(bytes, [.. Enumerable.Range(0, 8).Select(n => (byte)n)]);
        Assert.Equal(37, data.InputSize);
        using IBatchReader reader = data.CreateReader(3);
        reader.Reset(new EpochOrder { Shuffle = shuffle });
        int samples = 0;
        while (reader.Read(out Batch batch))
        {
            for (int i = 0; i < batch.Inputs.Length; i++)
            {
                Assert.Equal(bytes[(batch.Labels[i / 37] * 37) + (i % 37)] * (1f / 255), batch.Inputs[i]);
            }

            samples += batch.Count;
        }

        Assert.Equal(8, samples);
    }

    [Fact]
    public void Targets_and_several_labels_a_sample_travel_whole()
    {
        using IBatchReader targets = new Dataset([1f, 2, 3, 4], [10f, 20, 30, 40, 50, 60], inputSize: 2).CreateReader(1);
        Assert.True(targets.Read(out _));
        Assert.True(targets.Read(out Batch batch));
        Assert.Equal([40f, 50, 60], batch.Targets.ToArray());
        using IBatchReader labels = new Dataset([1f, 2, 3, 4], (int[])[1, 2, 3, 4], inputSize: 2).CreateReader(1);
        Assert.True(labels.Read(out _));
        Assert.True(labels.Read(out batch));
        Assert.Equal([3, 4], batch.Labels.ToArray());
        Assert.True(batch.Targets.IsEmpty);
    }

    [Fact]
    public void Wrong_lengths_are_named()
    {
        AssertNames("inputs", "4", () => new Dataset(new float[7], new int[4]));
        AssertNames("labels", "empty", () => new Dataset(new float[7], []));
        AssertNames("inputs", "7", () => new Dataset(new float[7], new float[4], inputSize: 2));
        AssertNames("targets", "3 samples", () => new Dataset(new float[6], new float[4], inputSize: 2));
        AssertNames("targets", "0", () => new Dataset(new float[6], Array.Empty<float>(), inputSize: 2));
        AssertNames("inputs", "0", () => new Dataset([], inputSize: 2));
        AssertNames("sampleWeights", "4 values", () => Samples.Numbered(4).WithSampleWeights(new float[3]));
        AssertNames("sampleWeights", "[1]", () => Samples.Numbered(2).WithSampleWeights([1, float.NaN]));
        Assert.Throws<ArgumentNullException>("labels", () => new Dataset(new float[4], (int[])null!));
        Assert.Throws<ArgumentNullException>("inputs", () => new Dataset((byte[])null!, new byte[1]));
        Assert.Throws<ArgumentNullException>("labels", () => new Dataset(new byte[4], (byte[])null!));
        Assert.Throws<ArgumentOutOfRangeException>("inputSize", () => new Dataset(new float[4], 0));
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => new Dataset(new byte[4], 2, float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Samples.Numbered(4).Take(5));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Samples.Numbered(4).Skip(-1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Samples.Numbered(4).Slice(2, 3));
        Assert.Throws<ArgumentOutOfRangeException>("start", () => Samples.Numbered(4).Slice(5, 0));
        Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => Samples.Numbered(4).CreateReader(0));
    }

    [Fact]
    public void A_warm_reader_allocates_nothing()
    {
        Dataset data = new Dataset(new byte[100 * 40], new int[100]).WithSampleWeights(new float[100]);
        using IBatchReader reader = data.CreateReader(16);
        Pass(reader, 0);
        Pass(reader, 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Pass(reader, 2);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        static void Pass(IBatchReader reader, int epoch)
        {
            reader.Reset(new EpochOrder { Shuffle = true, Epoch = epoch });
            while (reader.Read(out _))
            {
            }
        }
    }

    private static List<int[]> ReadAll(IBatchReader reader, EpochOrder order)
    {
        List<int[]> batches = [];
        reader.Reset(order);
        while (reader.Read(out Batch batch))
        {
            int[] samples = new int[batch.Count];
            for (int n = 0; n < samples.Length; n++)
            {
                samples[n] = (int)batch.Inputs[n * LinearNet.InputSize];
            }

            batches.Add(samples);
        }

        return batches;
    }

    private static void AssertNames(string argument, string part, Action action)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(action);
        Assert.Equal(argument, error.ParamName);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }
}
