using System;
using StaticNets.Metrics;

namespace StaticNets;

/// <summary>The value that a callback watches, and what counts as better. The rules are Keras'.</summary>
internal sealed class MonitoredValue(string owner, string name, MonitorMode mode, double minDelta)
{
    private const string Validation = "val_";

    private readonly double _minDelta = double.IsFinite(minDelta)
        ? Math.Abs(minDelta)
        : throw new ArgumentOutOfRangeException(nameof(minDelta), minDelta, $"{owner}: MinDelta must be finite.");

    private readonly bool _smaller = IsSmallerBetter(owner, name, mode);
    private bool _warned;

    /// <summary>Sees that the value may be there, before the first step.</summary>
    /// <param name="run">The fit.</param>
    /// <param name="inEpoch">Whether it is read between batches, where nothing is validated yet.</param>
    /// <exception cref="ArgumentException">The fit does not report it, and no callback adds values.</exception>
    public void Require(TrainingRun run, bool inEpoch)
    {
        if (!run.MayHave(name, inEpoch))
        {
            string reason = name.StartsWith(Validation, StringComparison.Ordinal) && !run.Validates ? ", without validation data" : "";
            string there = string.Join(", ", inEpoch ? run.BatchValues : run.EpochValues);
            throw new ArgumentException(
                $"{owner} watches '{name}', which this fit does not report{reason}; it reports: {there}.", "monitor");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">What a value is to be better than is no number.</exception>
    public static void CheckReference(string owner, string setting, double? value)
    {
        if (value is double number && double.IsNaN(number))
        {
            throw new ArgumentOutOfRangeException(setting, value, $"{owner}: {setting} must be a number.");
        }
    }

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

    /// <summary>
    /// Strictly better by more than the least difference. Without a best value so far every number is, but for the worst infinity; what is
    /// no number is never better, nor is it ever the best.
    /// </summary>
    public bool IsImprovement(double current, double? best)
    {
        double worst = _smaller ? double.PositiveInfinity : double.NegativeInfinity;
        double reference = best is double known && !double.IsNaN(known) ? known : worst;
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
