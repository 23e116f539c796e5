using System;
using System.Threading;
using Xunit;

namespace StaticNets.Training.Tests.Fitting;

/// <summary>Two fits of one net would take turns in an order that nobody knows.</summary>
public sealed class ConcurrentFitTests
{
    private static readonly FitOptions s_quiet = new() { Verbose = Verbose.Silent, BatchSize = 8 };

    [Fact]
    public void A_fit_in_a_callback_is_refused()
    {
        PointNet net = new();
        using PointNet.Trainer other = net.CreateTrainer();
        Exception? ofNet = null;
        Exception? ofTrainer = null;
        LambdaCallback callback = new(onTrainBatchBegin: _ =>
        {
            ofNet = Record.Exception(() => net.Fit(Samples.Points(8), s_quiet));
            ofTrainer = Record.Exception(() => other.Fit(Samples.Points(8), s_quiet));
        });
        net.Fit(Samples.Points(8), s_quiet with { Callbacks = [callback] });

        Assert.StartsWith("Another Fit of this PointNet is under way.", Assert.IsType<InvalidOperationException>(ofNet).Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(ofTrainer);
        net.Fit(Samples.Points(8), s_quiet);
    }

    [Fact]
    public void So_is_one_on_another_thread()
    {
        PointNet net = new();
        Exception? second = null;
        Thread thread = new(() => second = Record.Exception(() => net.Fit(Samples.Points(8), s_quiet)));
        LambdaCallback callback = new(onTrainBegin: _ =>
        {
            thread.Start();
            thread.Join();
        });
        net.Fit(Samples.Points(8), s_quiet with { Callbacks = [callback] });

        Assert.IsType<InvalidOperationException>(second);
    }

    [Fact]
    public void A_fit_that_failed_leaves_the_net_free()
    {
        PointNet net = new();
        Assert.Throws<TimeZoneNotFoundException>(
            () => net.Fit(Samples.Points(8), s_quiet with { Callbacks = [new LambdaCallback(onEpochBegin: _ => throw new TimeZoneNotFoundException())] }));

        net.Fit(Samples.Points(8), s_quiet);
    }

    [Fact]
    public void Other_nets_and_single_steps_are_free()
    {
        PointNet net = new();
        PointNet clone = net.Clone();
        using PointNet.Trainer trainer = net.CreateTrainer();
        LambdaCallback callback = new(onEpochBegin: _ =>
        {
            clone.Fit(Samples.Points(8), s_quiet);
            net.Evaluate(Samples.Points(8));
            trainer.Step(new float[4], [1]);
        });

        net.Fit(Samples.Points(8), s_quiet with { Callbacks = [callback] });

        Assert.Equal(1, trainer.Updates);
    }

    [Fact]
    public void A_callback_serves_one_fit_at_a_time()
    {
        EarlyStopping shared = new("loss") { Patience = 5 };
        Exception? second = null;
        LambdaCallback callback = new(onTrainBatchBegin: _ =>
            second = Record.Exception(() => new PointNet().Fit(Samples.Points(8), s_quiet with { Callbacks = [shared] })));
        new PointNet().Fit(Samples.Points(8), s_quiet with { Callbacks = [shared, callback] });

        Assert.StartsWith("This EarlyStopping takes part in a Fit already", Assert.IsType<InvalidOperationException>(second).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new PointNet().Fit(Samples.Points(8), s_quiet with { Callbacks = [shared, shared] }));
        new PointNet().Fit(Samples.Points(8), s_quiet with { Callbacks = [shared] });
    }
}
