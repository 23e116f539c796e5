using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace StaticNets;

/// <summary>
/// What <c>dotnet-counters</c> and OpenTelemetry see of a fit: the meter and the activity source "StaticNets". Where nobody listens it
/// costs a few
/// comparisons a step and allocates nothing.
/// </summary>
internal sealed class TrainingTelemetry(ITrainer trainer, int epochs, int batchSize) : IDisposable
{
    private const string Name = "StaticNets";

    private static readonly Meter s_meter = new(Name);
    private static readonly ActivitySource s_activities = new(Name);
    private static readonly Counter<long> s_steps = s_meter.CreateCounter<long>("staticnets.training.steps", "{step}", "Training steps.");
    private static readonly Counter<long> s_samples = s_meter.CreateCounter<long>(
        "staticnets.training.samples", "{sample}", "Samples trained with.");
    private static readonly Gauge<double> s_loss = s_meter.CreateGauge<double>(
        "staticnets.training.loss", null, "The data loss of the last batch.");
    private static readonly Gauge<double> s_speed = s_meter.CreateGauge<double>(
        "staticnets.training.samples_per_second", "{sample}/s", "Samples a second of the last step.");

    private readonly KeyValuePair<string, object?> _net = new("net", trainer.Info.Name);
    private Activity? _fit;
    private Activity? _epoch;
    private long _begin;

    public void BeginFit()
    {
        _fit = s_activities.StartActivity("fit");
        _fit?.SetTag("net", trainer.Info.Name).SetTag("epochs", epochs).SetTag("batch_size", batchSize);
    }

    public void BeginEpoch(int epoch)
    {
        _epoch = s_activities.StartActivity("epoch");
        _epoch?.SetTag("net", trainer.Info.Name).SetTag("epoch", epoch);
    }

    public void EndEpoch(TrainingLogs logs)
    {
        if (_epoch is not null)
        {
            foreach (LogEntry entry in logs.Entries)
            {
                _epoch.SetTag(entry.Name, entry.Value);
            }
        }

        Stop(ref _epoch);
    }

    public void BeginStep() => _begin = s_speed.Enabled ? Stopwatch.GetTimestamp() : 0;

    public void EndStep(int samples, float loss)
    {
        s_steps.Add(1, _net);
        s_samples.Add(samples, _net);
        if (s_loss.Enabled)
        {
            s_loss.Record(loss, _net);
        }

        if (_begin != 0)
        {
            s_speed.Record(samples / Math.Max(1e-9, Stopwatch.GetElapsedTime(_begin).TotalSeconds), _net);
        }
    }

    public void Fail(Exception exception) =>
        _fit?.SetStatus(ActivityStatusCode.Error, exception.Message).SetTag("error.type", exception.GetType().FullName);

    /// <summary>Ends what is still open.</summary>
    public void Dispose()
    {
        Stop(ref _epoch);
        Stop(ref _fit);
    }

    private static void Stop(ref Activity? activity)
    {
        activity?.Dispose();
        activity = null;
    }
}
