using System;
using System.IO;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Callbacks;

/// <summary>A fit that fails leaves the history of what was finished, and the weights.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData("epoch end", 3)]
    [InlineData("epoch begin", 2)]
    [InlineData("batch begin", 2)]
    [InlineData("batch end", 2)]
    [InlineData("train begin", 0)]
    [InlineData("train end", 4)]
    public void A_callback_that_throws_leaves_the_history(string where, int epochs)
    {
        History whole = new PointNet(seed: 2).Fit(Samples.Points(9), Options(4));
        Exception failed = Assert.Throws<InvalidOperationException>(
            () => new PointNet(seed: 2).Fit(Samples.Points(9), Options(4) with { Callbacks = [new Failing(where)] }));
        History left = History.Of(failed)!;
        Assert.Equal(Enumerable.Range(0, epochs), left.Epochs);
        Assert.Equal(epochs == 0 ? [] : whole.Columns.Keys, left.Columns.Keys);
        Assert.All(left.Columns, column => Assert.Equal(whole[column.Key].Take(epochs), column.Value));
    }

    [Fact]
    public void Data_that_fails_leaves_the_history()
    {
        Exception failed = Assert.Throws<InvalidDataException>(
            () => new PointNet().Fit(new FailingSource(Samples.Points(9), epoch: 2), Options(4)));
        Assert.Equal([0, 1], History.Of(failed)!.Epochs);
    }

    [Fact]
    public void An_exception_of_something_else_has_none() => Assert.Null(History.Of(new InvalidOperationException()));

    private static FitOptions Options(int epochs) => new()
    {
        Epochs = epochs, BatchSize = 4, Verbose = Verbose.Silent, ValidationData = Samples.Points(3, seed: 5),
    };

    /// <summary>Throws in the third epoch.</summary>
    private sealed class Failing(string where) : Callback
    {
        private int _epoch;

        public override void OnTrainBegin() => ThrowIf(where == "train begin");

        public override void OnTrainEnd(TrainingLogs logs) => ThrowIf(where == "train end");

        public override void OnEpochBegin(int epoch) => ThrowIf((_epoch = epoch) == 2 && where == "epoch begin");

        public override void OnEpochEnd(int epoch, TrainingLogs logs) => ThrowIf(epoch == 2 && where == "epoch end");

        public override void OnTrainBatchBegin(int batch) => ThrowIf(_epoch == 2 && where == "batch begin");

        public override void OnTrainBatchEnd(int batch, TrainingLogs logs) => ThrowIf(_epoch == 2 && where == "batch end");

        private static void ThrowIf(bool fails)
        {
            if (fails)
            {
                throw new InvalidOperationException("own");
            }
        }
    }

    private sealed class FailingSource(Dataset data, int epoch) : IBatchSource
    {
        public int Count => data.Count;

        public int InputSize => data.InputSize;

        public IBatchReader CreateReader(int batchSize) => new Reader(data.CreateReader(batchSize), epoch);

        private sealed class Reader(IBatchReader inner, int epoch) : IBatchReader
        {
            private int _epoch;

            public void Reset(EpochOrder order)
            {
                _epoch = order.Epoch;
                inner.Reset(order);
            }

            public bool Read(out Batch batch) => _epoch == epoch ? throw new InvalidDataException("own") : inner.Read(out batch);

            public void Dispose() => inner.Dispose();
        }
    }
}
