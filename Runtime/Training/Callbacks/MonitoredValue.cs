using System;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>The value that a callback watches, and what counts as better. The rules are Keras'.</summary>
internal sealed class MonitoredValue(string owner, string name, MonitorMode mode, double minDelta)
{
    private const string Validation = "val_";

    private readonly double _minDelta = Math.Abs(minDelta);
    private readonly bool _smaller = IsSmallerBetter(owner, name, mode);
    private bool _warned;

    /// <summary>The value in the logs; a warning, once, where it is missing.</summary>
    public bool TryGet(TrainingRun run, TrainingLogs logs, out double value)
    {
        if (logs.TryGetValue(name, out value))
        {
            return true;
        }

        if (!_warned)
        {
            _warned = true;
            run.WriteLine($"Warning: {owner} watches '{name}', which is not there; there are: {string.Join(", ", logs.Keys)}.");
        }

        return false;
    }

    /// <summary>Strictly better by more than the least difference; anything is better than nothing.</summary>
    public bool IsImprovement(double current, double? best)
    {
        if (best is not double reference)
        {
            return true;
        }

        return _smaller ? current + _minDelta < reference : current - _minDelta > reference;
    }

    /// <exception cref="ArgumentException">The direction is not known.</exception>
    private static bool IsSmallerBetter(string owner, string name, MonitorMode mode)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, "monitor");
        if (mode != MonitorMode.Auto)
        {
            return mode == MonitorMode.Min;
        }

        string plain = name.StartsWith(Validation, StringComparison.Ordinal) ? name[Validation.Length..] : name;
        if (plain is "loss" or "penalty" || plain.EndsWith("_loss", StringComparison.Ordinal))
        {
            return true;
        }

        return MetricFactory.NameIn(plain) is string metric
            ? MetricFactory.IsSmallerBetter(metric)
            : throw new ArgumentException(
                $"{owner}: whether '{name}' gets better up or down is not known. Set Mode to Min or Max.", "monitor");
    }
}
