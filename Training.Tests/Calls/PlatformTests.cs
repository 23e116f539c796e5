using System;
using StaticNets.Data;
using Xunit;

namespace StaticNets.Training.Tests.Calls;

/// <summary>What is different where there are no threads or signals: in a browser.</summary>
public sealed class PlatformTests
{
    [Fact]
    public void Without_threads_nothing_is_read_ahead()
    {
        Dataset data = Samples.Points(10);
        Assert.Same(data, PrefetchedSource.Of(data, 2, hasThreads: false));
        Assert.IsType<PrefetchedSource>(PrefetchedSource.Of(data, 2, hasThreads: true));
    }

    [Fact]
    public void Without_signals_the_cancel_key_is_refused_with_what_to_do_instead()
    {
        PlatformNotSupportedException refused = Assert.Throws<PlatformNotSupportedException>(() => CancelKey.Check(hasSignals: false));
        Assert.Contains("CancellationToken", refused.Message, StringComparison.Ordinal);
        CancelKey.Check(hasSignals: true);
    }

    [Fact]
    public void A_trainer_has_no_more_threads_than_it_may()
    {
        // 8 is what the tests' switch allows; without it the work and the processors decide.
        using SmallNet.Trainer trainer = new SmallNet().CreateTrainer(new TrainerOptions { Threads = 2000 });
        using Predictor predictor = new SmallNet().CreatePredictor(new PredictorOptions { Threads = 2000 });
        Assert.Equal((8, 8), (trainer.Threads, predictor.Threads));
    }
}
