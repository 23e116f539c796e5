using System;
using System.Threading;
using StaticNets.Tests.Nets;
using StaticNets.Tests.Shared;
using Xunit;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>The allocation check passes on calls that do nothing and fails where one of them allocates.</summary>
[Collection(AloneCollection.Name)]
public class AllocationCheckTests
{
    private static object? s_garbage;

    [Fact]
    public void PassesWhereNothingAllocates() => AllocationCheck.Run(Case(new IdleNet()));

    [Fact]
    public void FailsWherePredictAllocates() => AssertFails(new IdleNet { PredictAllocates = true });

    [Fact]
    public void FailsWhereAStepAllocates() => AssertFails(new IdleNet { StepAllocates = true });

    [Fact]
    public void FailsWhereABackwardPassAllocates() => AssertFails(new IdleNet { BackwardAllocates = true });

    /// <summary>The threads of the test runner allocate now and then; a round of slow calls is never without.</summary>
    [Fact]
    public void SlowCallsAreNotBlamedForWhatOthersAllocate()
    {
        using Timer other = new(_ => s_garbage = new object(), null, 0, 10);
        Assert.Equal(0, AllocatedBytes.OfCalls(20, () => Thread.Sleep(4)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void SlowCallsThatAllocateNowAndThenAreFound(int every)
    {
        int calls = 0;
        Assert.NotEqual(0, AllocatedBytes.OfCalls(20, () =>
        {
            Thread.Sleep(1);
            s_garbage = calls++ % every == 0 ? new object() : null;
        }));
    }

    private static void AssertFails(IdleNet net) => Assert.Throws<CheckFailure>(() => AllocationCheck.Run(Case(net)));

    private static NetCase Case(IdleNet net) => new(typeof(DenseTiny)) { Create = () => net };

    private sealed class IdleNet : NetUnderTest, ITrainer
    {
        private object? _garbage;

        public bool PredictAllocates { get; init; }

        public bool StepAllocates { get; init; }

        public bool BackwardAllocates { get; init; }

        public override NetInfo Info => throw new NotSupportedException();

        public override Span<float> Parameters => [];

        ReadOnlySpan<float> IGradientTrainer.Parameters => [];

        public int MaxBatchSize => 13;

        public Span<float> Gradients => [];

        public ReadOnlySpan<float> Outputs => [];

        public float Penalty => 0;

        public float LearningRate { get; set; }

        public long Iteration { get; set; }

        public long Updates { get; set; }

        public int SlotCount => 0;

        public override void SetParameters(ReadOnlySpan<float> parameters)
        {
        }

        public override void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
        {
            if (PredictAllocates)
            {
                _garbage = new object();
            }
        }

        public override PredictCall CreatePredictor(int threads, out IDisposable owner)
        {
            owner = this;
            return (inputs, outputs) => Iteration++;
        }

        public override ITrainer CreateTrainer(TrainerOptions options) => this;

        public override float ComputeLoss(Batch batch, Span<float> outputs) => 0;

        public float Step(Batch batch)
        {
            if (StepAllocates)
            {
                _garbage = new object();
            }

            return _garbage is null ? 0 : 1;
        }

        public float ComputeGradients(Batch batch) => 0;

        public void Forward(Batch batch)
        {
        }

        public void Backward(ReadOnlySpan<float> outputGradients)
        {
            if (BackwardAllocates)
            {
                _garbage = new object();
            }
        }

        public void ApplyGradients()
        {
        }

        public Span<float> GetSlot(int slot) => [];

        public void Dispose()
        {
        }
    }
}
