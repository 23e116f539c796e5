using System;
using Xunit;

namespace StaticNets.Tests;

public sealed class FitErrorTests
{
    private static readonly FitOptions Quiet = new() { Verbose = Verbose.Silent };

    [Fact]
    public void Wrong_options_are_named()
    {
        LinearNet net = new();
        Dataset data = Samples.Clusters(10);
        AssertNames("options.Epochs", () => net.Fit(data, Quiet with { Epochs = 0 }));
        AssertNames("options.InitialEpoch", () => net.Fit(data, Quiet with { InitialEpoch = -1 }));
        AssertNames("options.BatchSize", () => net.Fit(data, Quiet with { BatchSize = 0 }));
        AssertNames("options.ValidationBatchSize", () => net.Fit(data, Quiet with { ValidationBatchSize = 0 }));
        AssertNames("options.ValidationSplit", () => net.Fit(data, Quiet with { ValidationSplit = 1 }));
        AssertNames("options.ValidationSplit", () => net.Fit(data, Quiet with { ValidationSplit = -0.1 }));
        AssertNames("options.ValidationSplit", () => net.Fit(data, Quiet with { ValidationSplit = double.NaN }));
        AssertNames("options.ValidationSplit", () => net.Fit(data, Quiet with { ValidationSplit = 0.95 }));
        AssertNames("options.ValidationSplit", () => net.Fit(new TooMany(10), Quiet with { ValidationSplit = 0.5 }));
        AssertNames("options.ValidationData", () => net.Fit(data, Quiet with { ValidationData = data.Take(0) }));
        AssertNames("data", () => net.Fit(data.Take(0), Quiet));
        AssertNames("data", () => net.Fit(new Dataset(new float[10], new int[2]), Quiet));
        AssertNames("data", () => net.Evaluate(new Dataset(new float[10], new int[2])));
        AssertNames("data", () => net.Predict(new Dataset(new float[10], 5)));
        AssertNames("data", () => net.Fit(null!, Quiet));
        AssertNames("batchSize", () => net.Evaluate(data, 0));
        AssertNames("batchSize", () => net.Predict(data, 0));
        using ITrainer trainer = net.CreateTrainer(new TrainerOptions { MaxBatchSize = 4 });
        AssertNames("options.BatchSize", () => trainer.Fit(data, Quiet));
        AssertNames("options", () => trainer.Fit(data, Quiet with { BatchSize = 4, PenaltyScale = 0 }));
        Assert.All(net.Parameters.ToArray(), w => Assert.Equal(0, w));
    }

    [Fact]
    public void A_source_that_breaks_its_promise_is_refused()
    {
        LinearNet net = new();
        Assert.Throws<InvalidOperationException>(() => net.Fit(new TooMany(10), Quiet with { BatchSize = 4 }));
        Assert.Throws<InvalidOperationException>(() => net.Evaluate(new TooMany(10), 4));
        Assert.Throws<InvalidOperationException>(() => net.Predict(new TooMany(10), 4));
    }

    private static void AssertNames(string argument, Action action) =>
        Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(action).ParamName);

    /// <summary>Gives one sample more than asked for.</summary>
    private sealed class TooMany(int count) : IBatchSource, IBatchReader
    {
        private int _size;

        public int Count => count;

        public int InputSize => LinearNet.InputSize;

        public IBatchReader CreateReader(int batchSize)
        {
            _size = batchSize + 1;
            return this;
        }

        public void Reset(EpochOrder order)
        {
        }

        public bool Read(out Batch batch)
        {
            batch = new Batch { Count = _size, Inputs = new float[_size * InputSize], Labels = new int[_size] };
            return true;
        }

        public void Dispose()
        {
        }
    }
}
