using System;
using System.Collections.Generic;
using System.Linq;
using static System.FormattableString;

namespace StaticNets.Metrics;

/// <summary>The metrics of one output. Of several outputs each is taken out of the samples first.</summary>
internal sealed class OutputMetrics
{
    private readonly OutputSlice? _slice;
    private readonly MetricAccumulator[] _items;

    /// <exception cref="ArgumentException">A metric does not fit the output's loss, or it has no such class.</exception>
    public OutputMetrics(NetInfo info, int index, IReadOnlyList<Metric> metrics, IReadOnlyList<int> classIds)
    {
        OutputInfo output = info.Outputs[index];
        foreach (int classId in classIds)
        {
            if (output.Classes == 1 || (uint)classId >= (uint)output.Classes)
            {
                string there = output.Classes == 1 ? "a single value, whose metrics are its own" : Invariant($"0 to {output.Classes - 1}");
                throw new ArgumentException(
                    Invariant($"The output '{output.Name}' of {info.Name} has no class {classId}; it has {there}."), nameof(classIds));
            }
        }

        _slice = metrics.Count > 0 ? new OutputSlice(info, index) : null;
        string prefix = info.Outputs.Count == 1 ? "" : output.Name + "_";
        _items = [.. metrics.Distinct().SelectMany(Own)];

        IEnumerable<MetricAccumulator> Own(Metric metric) => MetricFactory.IsOfClasses(metric) && classIds.Count > 0
            ? classIds.Distinct().Select(classId => MetricFactory.Create(metric, info, output, prefix, classId))
            : [MetricFactory.Create(metric, info, output, prefix)];
    }

    public IReadOnlyList<MetricAccumulator> Items => _items;

    public void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        if (_slice is null || !_slice.Take(ref outputs, ref batch))
        {
            return;
        }

        foreach (MetricAccumulator metric in _items)
        {
            metric.Update(outputs, batch);
        }
    }
}
