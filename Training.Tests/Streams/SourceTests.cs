using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Training.Tests.Streams;

[Collection(AloneCollection.Name)]
public sealed class SourceTests
{
    private static readonly EpochOrder s_shuffled = new() { Shuffle = true, Seed = 3, Epoch = 2 };

    private static readonly ImageAugmentation s_augmentation = new(1, 3) { HorizontalFlip = true, WidthShift = 1, FillValue = -1 };

    private static Dictionary<string, Func<IBatchSource>> Sources { get; } = new()
    {
        ["shuffled"] = () => Reading.Numbered(103).Shuffle(20),
        ["prefetched"] = () => Reading.Numbered(103).Prefetch(3),
        ["augmented"] = () => Reading.Numbered(103).Augment(s_augmentation),
        ["all"] = () => Reading.Numbered(103).Shuffle(15).Augment(s_augmentation).Prefetch(),
    };

    public static TheoryData<string> Names() => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_order_gives_the_same_batches_whichever_one_it_begins_with(string name)
    {
        IBatchSource source = Sources[name]();
        foreach (bool shuffle in new[] { true, false })
        {
            List<float[]> whole = Reading.Batches(source, 8, s_shuffled with { Shuffle = shuffle });
            Assert.Equal(13, whole.Count);
            using IBatchReader reader = source.CreateReader(8);
            foreach (int first in new[] { 0, 5, 12, 13, 20, 1 })
            {
                List<float[]> rest = Reading.Batches(reader, s_shuffled with { Shuffle = shuffle, FirstBatch = first }, source.InputSize);
                Assert.Equal(whole.Skip(first), rest);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Other_seeds_and_epochs_give_other_batches(string name)
    {
        IBatchSource source = Sources[name]();
        float[] one = Reading.Everything(source, 8, s_shuffled);
        Assert.Equal(one, Reading.Everything(source, 8, s_shuffled));
        Assert.NotEqual(one, Reading.Everything(source, 8, s_shuffled with { Epoch = 3 }));
        Assert.NotEqual(one, Reading.Everything(source, 8, s_shuffled with { Seed = 4 }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_allocates_nothing_once_warm(string name)
    {
        IBatchSource source = Sources[name]();
        using IBatchReader reader = source.CreateReader(8);
        int epoch = 0;
        Allocation.None(() =>
        {
            reader.Reset(s_shuffled with { Epoch = epoch++ });
            while (reader.Read(out _))
            {
            }
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Batches_are_as_large_as_the_sources(string name) =>
        Assert.Equal([.. Enumerable.Repeat(10, 10), 3], Reading.Batches(Sources[name](), 10, s_shuffled).Select(batch => batch.Length));

    [Fact]
    public void Batches_that_fit_in_no_array_are_refused()
    {
        Huge huge = new();
        ImageAugmentation images = new(1000, 100);
        foreach (IBatchSource source in new[] { huge.Shuffle(int.MaxValue), huge.Augment(images), huge.Prefetch() })
        {
            Assert.Throws<ArgumentException>(() => source.CreateReader(int.MaxValue));
            Assert.Throws<ArgumentException>(() => source.CreateReader(100_000));
        }
    }

    [Fact]
    public void Shuffling_gives_every_sample_once_with_what_belongs_to_it()
    {
        IBatchSource source = Reading.Numbered(1000).Shuffle(100);
        using IBatchReader reader = source.CreateReader(16);
        reader.Reset(s_shuffled);
        List<float> seen = [];
        while (reader.Read(out Batch batch))
        {
            for (int n = 0; n < batch.Count; n++)
            {
                float number = batch.Inputs[n * Reading.InputSize];
                Assert.Equal((int)number, batch.Labels[n]);
                Assert.Equal(number, batch.SampleWeights[n]);
                seen.Add(number);
            }
        }

        Assert.Equal(Enumerable.Range(0, 1000).Select(n => (float)n), seen.Order());

        // None comes earlier than the window allows, and most of them move far.
        Assert.All(seen.Select((number, place) => number - place), ahead => Assert.InRange(ahead, -1000, 116));
        Assert.InRange(seen.Select((number, place) => Math.Abs(number - place)).Average(), 40, 200);
    }

    [Fact]
    public void A_window_as_large_as_the_source_shuffles_it_all()
    {
        List<double> places = [];
        for (int epoch = 0; epoch < 200; epoch++)
        {
            float[] order = [.. Reading.Batches(Reading.Numbered(50).Shuffle(50), 7, s_shuffled with { Epoch = epoch }).SelectMany(
                batch => batch)];
            places.Add(Array.IndexOf(order, 49f));
        }

        Assert.InRange(places.Average(), 20, 29);
        Assert.True(places.Min() < 3 && places.Max() > 46);
    }

    [Fact]
    public void Prefetching_reads_ahead_but_not_more_than_it_may()
    {
        CountingSource counting = new(Reading.Numbered(100));
        using IBatchReader reader = counting.Prefetch(3).CreateReader(4);
        reader.Reset(default);
        Assert.True(reader.Read(out _));
        AssertStopsAfter(4);
        Assert.True(reader.Read(out _));
        AssertStopsAfter(5);

        void AssertStopsAfter(int reads)
        {
            Assert.True(SpinWait.SpinUntil(() => counting.Reads >= reads, TimeSpan.FromSeconds(30)));
            Sleeping.Await(counting.Thread!);
            Assert.Equal(reads, counting.Reads);
        }
    }

    [Fact]
    public void A_batch_stays_as_it_is_until_the_next_call()
    {
        using IBatchReader reader = Reading.Numbered(1000).Prefetch(2).CreateReader(4);
        reader.Reset(default);
        for (int n = 0; reader.Read(out Batch batch); n += 4)
        {
            Thread.SpinWait(2000);
            Assert.Equal(n, batch.Inputs[0]);
            Assert.Equal(n + 3, batch.Labels[3]);
        }
    }

    [Fact]
    public void An_exception_comes_out_of_the_read_that_it_belongs_to()
    {
        CountingSource failing = new(Reading.Numbered(100)) { FailsAt = 3 };
        using IBatchReader reader = failing.Prefetch(2).CreateReader(10);
        reader.Reset(default);
        for (int batch = 0; batch < 3; batch++)
        {
            Assert.True(reader.Read(out _));
        }

        Assert.Throws<TimeZoneNotFoundException>(() => reader.Read(out _));
        Assert.Throws<TimeZoneNotFoundException>(() => reader.Read(out _));
        failing.FailsAt = -1;
        Assert.Equal(10, Reading.Batches(reader, default, Reading.InputSize).Count);
    }

    [Fact]
    public void Disposing_ends_the_thread_and_the_source()
    {
        CountingSource counting = new(Reading.Numbered(100));
        IBatchReader reader = counting.Prefetch(2).CreateReader(4);
        reader.Reset(default);
        Assert.True(reader.Read(out _));
        Assert.NotNull(counting.Thread);
        Assert.NotSame(Thread.CurrentThread, counting.Thread);
        reader.Dispose();
        Assert.False(counting.Thread!.IsAlive);
        Assert.True(counting.Disposed);
        Assert.Throws<ObjectDisposedException>(() => reader.Read(out _));
        counting.Prefetch().CreateReader(4).Dispose();
    }

    [Fact]
    public void A_fit_is_the_same_with_and_without_prefetching()
    {
        PointNet without = new();
        PointNet with = new();
        FitOptions options = new() { Epochs = 3, BatchSize = 7, Verbose = Verbose.Silent };
        without.Fit(Samples.Points(50).Shuffle(20), options);
        with.Fit(Samples.Points(50).Shuffle(20).Prefetch(), options);
        Assert.Equal(without.Parameters.ToArray(), with.Parameters.ToArray());
    }

    [Fact]
    public void Wrong_sizes_are_refused()
    {
        Dataset data = Reading.Numbered(10);
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Shuffle(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Prefetch(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.Shuffle(5).CreateReader(0));
        Assert.Throws<ArgumentException>(() => data.Augment(new ImageAugmentation(2, 2)));
        Assert.Throws<ArgumentException>(() => data.Augment(new ImageAugmentation(1, 3) { CropWidth = 4 }));
        Assert.Throws<ArgumentException>(() => data.Augment(new ImageAugmentation(1, 3) { WidthShift = 4 }));
    }

    private sealed class CountingSource(IBatchSource source) : IBatchSource
    {
        private int _reads;

        public int Count => source.Count;

        public int InputSize => source.InputSize;

        public int Reads => Volatile.Read(ref _reads);

        public int FailsAt { get; set; } = -1;

        public bool Disposed { get; private set; }

        public Thread? Thread { get; private set; }

        public IBatchReader CreateReader(int batchSize) => new Reader(this, source.CreateReader(batchSize));

        private sealed class Reader(CountingSource owner, IBatchReader inner) : IBatchReader
        {
            private int _batch;

            public void Reset(EpochOrder order)
            {
                _batch = 0;
                inner.Reset(order);
            }

            public bool Read(out Batch batch)
            {
                owner.Thread = Thread.CurrentThread;
                Interlocked.Increment(ref owner._reads);
                return _batch++ == owner.FailsAt ? throw new TimeZoneNotFoundException() : inner.Read(out batch);
            }

            public void Dispose()
            {
                owner.Disposed = true;
                inner.Dispose();
            }
        }
    }

    /// <summary>Announces more than there could be.</summary>
    private sealed class Huge : IBatchSource
    {
        public int Count => int.MaxValue;

        public int InputSize => 100_000;

        public IBatchReader CreateReader(int batchSize) => Reading.Numbered(1).CreateReader(1);
    }
}
