using System;
using System.Linq;
using StaticNets.Execution;

namespace StaticNets.Metrics;

/// <summary>Takes one output out of the samples of a batch: its values, and the labels or targets that belong to it.</summary>
internal sealed class OutputSlice
{
    private readonly NetInfo _info;
    private readonly int _firstLabel;
    private readonly int _firstTarget;
    private float[] _values = [];
    private int[] _labels = [];
    private float[] _targets = [];

    public OutputSlice(NetInfo info, int index)
    {
        _info = info;
        Output = info.Outputs[index];
        KnownLayout before = KnownLayout.Of([.. info.Outputs.Take(index)]);
        _firstLabel = before.LabelCount;
        _firstTarget = before.TargetSize;
    }

    /// <summary>The same for metrics, which count all rows.</summary>
    /// <exception cref="ArgumentException">The loss leaves rows of the output out.</exception>
    public static OutputSlice ForMetrics(NetInfo info, int index) => info.Outputs[index].IsMasked
        ? throw new ArgumentException(
            $"The output '{info.Outputs[index].Name}' of {info.Name} has masked steps or an IgnoreClass, which metrics can't leave out.",
            nameof(index))
        : new OutputSlice(info, index);

    /// <summary>What is taken out.</summary>
    public OutputInfo Output { get; }

    /// <summary>The output alone. It is valid until the next call; of a net with one output nothing is copied.</summary>
    public void Take(ref ReadOnlySpan<float> outputs, ref Batch batch)
    {
        if (_info.Outputs.Count == 1)
        {
            return;
        }

        outputs = Take(outputs, _info.OutputSize, Output.Offset, Output.Size, ref _values);
        batch = new Batch
        {
            Count = batch.Count,
            Inputs = batch.Inputs,
            Labels = Output.TakesLabels ? Take(batch.Labels, _info.LabelCount, _firstLabel, Output.Rows, ref _labels) : default,
            Targets = Output.TakesLabels ? default : Take(batch.Targets, _info.TargetSize, _firstTarget, Output.Size, ref _targets),
        };
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
