using System;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using StaticNets.Execution;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Tests.Execution;

public sealed class WeightStoreTests
{
    private const int Length = 1000;

    private int _preparations;

    [Fact]
    public void ASnapshotIsBuiltOnceUntilTheWeightsMayHaveChanged()
    {
        WeightStore store = Create();
        WeightSnapshot first = Use(store);
        Assert.Same(first, Use(store));
        Assert.Equal(1, _preparations);

        store.Parameters[0] = 3;
        Assert.Equal(3, Value(Use(store)));
        Assert.Equal(2, _preparations);

        store.Set(new float[Length]);
        Assert.Equal(0, Value(Use(store)));

        store.BeginUpdate();
        store.Span[0] = 4;
        store.EndUpdate();
        Assert.Equal(4, Value(Use(store)));
        Assert.Equal(4, _preparations);
        Assert.Same(first, Use(store));
    }

    [Fact]
    public void WeightsAreInitializedWhenTheyAreNeeded()
    {
        int calls = 0;
        WeightStore store = Create();
        store.InitializeLater(parameters =>
        {
            calls++;
            parameters.Fill(7);
        });
        Assert.Equal(0, calls);
        Assert.Equal(7, Value(Use(store)));
        Assert.Equal(7, store.Parameters[0]);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void WeightsThatAreReplacedFirstAreNotInitialized()
    {
        WeightStore store = Create();
        store.InitializeLater(_ => Assert.Fail());
        store.Set(new float[Length]);
        Assert.Equal(0, store.Parameters[0]);
        Assert.Equal(0, Value(Use(store)));
    }

    [Fact]
    public void ASnapshotInUseIsNotOverwritten()
    {
        WeightStore store = Create();
        WeightSnapshot old = store.Rent();
        store.Parameters[0] = 3;
        WeightSnapshot current = store.Rent();
        Assert.NotSame(old, current);
        Assert.Equal(0, Value(old));
        Assert.Equal(3, Value(current));

        // The old one is free again once it was returned; the next rebuild takes it while the current one is in use.
        store.Return(old);
        store.Parameters[0] = 5;
        Assert.Same(old, Use(store));
        Assert.Equal(5, Value(old));
        Assert.Equal(3, Value(current));
        store.Return(current);
    }

    [Fact]
    public void DuringAnUpdateTheLastSnapshotIsRead()
    {
        WeightStore store = Create();
        WeightSnapshot before = Use(store);
        store.Parameters[0] = 5;
        store.BeginUpdate();
        store.Span[0] = 7;
        WeightSnapshot during = store.Rent();
        Assert.Same(before, during);
        Assert.Equal(0, Value(during));
        store.EndUpdate();
        Assert.Equal(7, Value(Use(store)));
        Assert.Equal(0, Value(during));
        store.Return(during);
    }

    [Fact]
    public void TheFirstSnapshotWaitsForTheEndOfAnUpdate()
    {
        WeightStore store = Create();
        store.BeginUpdate();
        float rented = float.NaN;
        Thread reader = new(() => rented = Value(Use(store)));
        reader.Start();
        Sleeping.Await(reader);
        store.Span[0] = 9;
        store.EndUpdate();
        Assert.True(reader.Join(10_000));
        Assert.Equal(9, rented);
    }

    [Fact]
    public async Task ReadersBesideUpdatesNeverSeeTornWeights()
    {
        WeightStore store = Create();
        using CancellationTokenSource done = new();
        Task<int>[] readers = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => CountTorn(store, done.Token)))];
        for (int update = 1; update <= 2000; update++)
        {
            store.BeginUpdate();
            store.Span.Fill(update);
            store.EndUpdate();
        }

        await done.CancelAsync();
        int[] torn = await Task.WhenAll(readers);
        Assert.Equal(0, torn.Sum());
        Assert.Equal(2000, Value(Use(store)));
    }

    /// <summary>What others wait for happens, whoever is interrupted; the interrupt strikes at the next wait.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnInterruptKeepsNobodyFromEndingOrGivingBack(bool ends)
    {
        using ManualResetEventSlim isBuilding = new();
        using ManualResetEventSlim mayBuild = new();
        WeightStore store = new(Length, Length, (ref float parameters, ref float weights) =>
        {
            isBuilding.Set();
            mayBuild.Wait();
        });
        mayBuild.Set();
        WeightSnapshot old = store.Rent();
        _ = store.Parameters;
        mayBuild.Reset();
        isBuilding.Reset();

        // One thread holds the lock while another one wants it to end or give back.
        Thread builder = new(() => store.Return(store.Rent()));
        builder.Start();
        isBuilding.Wait();
        Exception? thrown = null;
        bool struck = false;
        Thread ending = new(() =>
        {
            thrown = Record.Exception(() => End(store, old, ends));
            struck = Record.Exception(() => Thread.Sleep(1)) is ThreadInterruptedException;
        });
        ending.Start();
        Sleeping.Await(ending);
        ending.Interrupt();
        Assert.False(ending.Join(Sleeping.Moment));
        mayBuild.Set();
        Assert.True(ending.Join(10_000) && builder.Join(10_000));
        Assert.Null(thrown);
        Assert.True(struck);
        Assert.Equal(0, old.Readers - (ends ? 1 : 0));
    }

    private static void End(WeightStore store, WeightSnapshot snapshot, bool ends)
    {
        if (ends)
        {
            store.EndUpdate();
        }
        else
        {
            store.Return(snapshot);
        }
    }

    private static int CountTorn(WeightStore store, CancellationToken done)
    {
        int torn = 0;
        do
        {
            WeightSnapshot snapshot = store.Rent();
            Span<float> weights = MemoryMarshal.CreateSpan(ref snapshot.Reference, Length);
            float first = weights[0];
            torn += weights.ContainsAnyExcept(first) ? 1 : 0;
            Thread.Yield();
            torn += weights.ContainsAnyExcept(first) ? 1 : 0;
            store.Return(snapshot);
        }
        while (!done.IsCancellationRequested);
        return torn;
    }

    private static WeightSnapshot Use(WeightStore store)
    {
        WeightSnapshot snapshot = store.Rent();
        store.Return(snapshot);
        return snapshot;
    }

    private static float Value(WeightSnapshot snapshot) => snapshot.Reference;

    private WeightStore Create() => new(Length, Length, (ref float parameters, ref float weights) =>
    {
        _preparations++;
        for (int i = 0; i < Length; i++)
        {
            Unsafe.Add(ref weights, i) = Unsafe.Add(ref parameters, i);
        }
    });
}
