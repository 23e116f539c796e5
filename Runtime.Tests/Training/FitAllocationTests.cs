using System;
using System.IO;
using Xunit;

namespace StaticNets.Tests;

public sealed class FitAllocationTests
{
    [Fact]
    public void A_warm_loop_allocates_nothing_per_batch()
    {
        foreach (bool terminal in new[] { false, true })
        {
            using LinearTrainer trainer = (LinearTrainer)new LinearNet().CreateTrainer();
            FitOptions options = new() { Epochs = 3, BatchSize = 4, Output = TextWriter.Null, TimeProvider = new JumpingClock() };
            FitPlan plan = FitPlan.Create(trainer.Info, Samples.Clusters(400), options);
            AllocationObserver watch = new();
            using FitLoop loop = new(trainer, plan, [new ProgressReporter(options, trainer.Info, terminal), watch]);
            Assert.True(loop.Run());
            Assert.Equal(100, watch.Steps);
            Assert.Equal(0, watch.Allocated);
        }
    }

    /// <summary>Measures from the first to the last batch of the third epoch.</summary>
    private sealed class AllocationObserver : Callback
    {
        private long _before;

        public int Steps { get; private set; }

        public long Allocated { get; private set; }

        public override void OnEpochBegin(int epoch) => Steps = 0;

        public override void OnTrainBatchEnd(int batch, TrainingLogs logs)
        {
            if (Steps++ == 0)
            {
                _before = GC.GetAllocatedBytesForCurrentThread();
            }

            Allocated = GC.GetAllocatedBytesForCurrentThread() - _before;
        }
    }

    /// <summary>A tenth of a second goes by between any two looks, so that every batch is drawn.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => 10;

        public override long GetTimestamp() => ++_ticks;
    }
}
