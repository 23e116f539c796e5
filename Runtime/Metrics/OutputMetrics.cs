using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Execution;

namespace StaticNets.Metrics;

/// <summary>The metrics of one output. Of several outputs each is taken out of the samples first.</summary>
internal sealed class OutputMetrics
{
    private readonly NetInfo _info;
    private readonly OutputInfo _output;
    private readonly MetricAccumulator[] _items;
    private readonly int _firstLabel;
    private readonly int _firstTarget;
    private float[] _values = [];
    private int[] _labels = [];
    private float[] _targets = [];

    public OutputMetrics(NetInfo info, int index, IReadOnlyList<Metric> metrics)
    {
        _info = info;
        _output = info.Outputs[index];
        string prefix = info.Outputs.Count == 1 ? "" : _output.Name + "_";
        _items = [.. metrics.Distinct().Select(metric => MetricFactory.Create(metric, info, _output, prefix))];
        KnownLayout before = KnownLayout.Of([.. info.Outputs.Take(index)]);
        _firstLabel = before.LabelCount;
        _firstTarget = before.TargetSize;
    }

    public IReadOnlyList<MetricAccumulator> Items => _items;

    public void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        if (_items.Length == 0)
        {
            return;
        }

        if (_info.Outputs.Count > 1)
        {
            outputs = Take(outputs, _info.OutputSize, _output.Offset, _output.Size, ref _values);
            batch = new Batch
            {
                Count = batch.Count,
                Inputs = batch.Inputs,
                Labels = _output.TakesLabels ? Take(batch.Labels, _info.LabelCount, _firstLabel, _output.Rows, ref _labels) : default,
                Targets = _output.TakesLabels ? default : Take(batch.Targets, _info.TargetSize, _firstTarget, _output.Size, ref _targets),
            };
        }

        foreach (MetricAccumulator metric in _items)
        {
            metric.Update(outputs, batch);
        }
    }

    /// <summary>Some values of each sample, one after the other.</summary>
    private static ReadOnlySpan<T> Take<T>(ReadOnlySpan<T> values, int perSample, int first, int size, ref T[] buffer)
    {
        int count = values.Length / perSample;
        if (buffer.Length < count * size)
        {
            buffer = new T[count * size];
        }

        for (int n = 0; n < count; n++)
        {
            values.Slice((n * perSample) + first, size).CopyTo(buffer.AsSpan(n * size));
        }

        return buffer.AsSpan(0, count * size);
    }
}
