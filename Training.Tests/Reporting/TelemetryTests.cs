using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Reporting;

/// <summary>The meter is the process' own, so each net here is one that no other test fits.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public void Listeners_see_steps_samples_speed_and_loss()
    {
        Dictionary<string, List<double>> seen = [];
        using MeterListener listener = Listen((name, value) =>
        {
            lock (seen)
            {
                seen.TryAdd(name, []);
                seen[name].Add(value);
            }
        });
        List<double> losses = [];
        MeteredNet net = new();
        using MeteredNet.Trainer trainer = net.CreateTrainer();
        History history = trainer.Fit(Samples.Halves(25), new FitOptions { BatchSize = 10, Epochs = 2, Verbose = Verbose.Silent });
        Assert.Equal(6, seen["staticnets.training.steps"].Sum());
        Assert.Equal(50, seen["staticnets.training.samples"].Sum());
        Assert.Equal(6, seen["staticnets.training.loss"].Count);
        double[] first = [.. seen["staticnets.training.loss"].Take(3)];
        Assert.Equal(history["loss"][0], ((10 * first[0]) + (10 * first[1]) + (5 * first[2])) / 25, 1e-9);
        Assert.Equal(6, seen["staticnets.training.samples_per_second"].Count);
        Assert.All(seen["staticnets.training.samples_per_second"], value => Assert.InRange(value, 1, 1e10));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Steps_allocate_nothing_heard_or_not(bool heard)
    {
        double last = 0;
        using MeterListener? listener = heard ? Listen((_, value) => last = value) : null;
        long[] bytes = new long[200];
        new MeteredNet().Fit(Samples.Halves(200), new FitOptions
        {
            BatchSize = 1, Verbose = Verbose.Silent,
            Callbacks = [new LambdaCallback(onTrainBatchEnd: (batch, _) => bytes[batch] = GC.GetAllocatedBytesForCurrentThread())],
        });
        Assert.Equal(0, bytes[^1] - bytes[100]);
        Assert.Equal(heard, last != 0);
    }

    [Fact]
    public void Activities_cover_the_fit_and_its_epochs()
    {
        List<Activity> stopped = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "StaticNets",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (stopped)
                {
                    stopped.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        new MeteredNet().Fit(Samples.Halves(25), new FitOptions { BatchSize = 10, Epochs = 2, Verbose = Verbose.Silent });
        Activity[] own = Own();
        Assert.Equal(["epoch", "epoch", "fit"], own.Select(activity => activity.OperationName));
        Assert.All(own[..2], epoch => Assert.Equal(own[2].SpanId, epoch.ParentSpanId));
        Assert.Equal([0, 1], own[..2].Select(epoch => (int)epoch.GetTagItem("epoch")!));
        Assert.NotNull(own[0].GetTagItem("loss"));

        LambdaCallback failing = new(onTrainBatchEnd: (_, _) => throw new InvalidOperationException("own"));
        Assert.Throws<InvalidOperationException>(() => new MeteredNet().Fit(
            Samples.Halves(5), new FitOptions { Verbose = Verbose.Silent, Callbacks = [failing] }));
        Assert.Equal(ActivityStatusCode.Error, Own()[^1].Status);
        Assert.Null(Activity.Current);

        // Other tests fit nets meanwhile.
        Activity[] Own()
        {
            lock (stopped)
            {
                return [.. stopped.Where(activity => (string?)activity.GetTagItem("net") == nameof(MeteredNet))];
            }
        }
    }

    private static MeterListener Listen(Action<string, double> seen)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "StaticNets")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => See(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => See(instrument, value, tags));
        listener.Start();
        return listener;

        void See(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if ((string?)tags[0].Value == nameof(MeteredNet))
            {
                seen(instrument.Name, value);
            }
        }
    }
}
