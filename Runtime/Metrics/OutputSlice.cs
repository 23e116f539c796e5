using System;
using System.Linq;

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

    /// <exception cref="ArgumentException">The loss leaves rows of the output out that metrics don't know.</exception>
    public OutputSlice(NetInfo info, int index)
    {
        _info = info;
        Output = info.Outputs[index];
        if (Output.IsMasked && (Output.Masks.Count == 0 || Output.IgnoreClass is not null))
        {
            throw new ArgumentException(
                $"The output '{Output.Name}' of {info.Name} has an IgnoreClass, or steps masked inside the net, "
                    + "which metrics can't leave out.",
                nameof(index));
        }

        KnownLayout before = KnownLayout.Of([.. info.Outputs.Take(index)]);
        _firstLabel = before.LabelCount;
        _firstTarget = before.TargetSize;
    }

    /// <summary>What is taken out.</summary>
    public OutputInfo Output { get; }

    /// <summary>
    /// The output alone, without the rows of masked steps. It is valid until the next call; of a net with one output and no
    /// masks nothing is copied.
    /// </summary>
    /// <returns>Whether there is a row.</returns>
    public bool Take(ref ReadOnlySpan<float> outputs, ref Batch batch)
    {
        if (_info.Outputs.Count > 1)
        {
            TakeOutput(ref outputs, ref batch);
        }

        if (Output.IsMasked)
        {
            TakeValid(ref outputs, ref batch);
        }

        return !outputs.IsEmpty;
    }

    private void TakeOutput(ref ReadOnlySpan<float> outputs, ref Batch batch)
    {
        outputs = Take(outputs, _info.OutputSize, Output.Offset, Output.Size, ref _values);
        batch = new Batch
        {
            Count = batch.Count,
            Inputs = batch.Inputs,
            Labels = Output.TakesLabels ? Take(batch.Labels, _info.LabelCount, _firstLabel, Output.Rows, ref _labels) : default,
            Targets = Output.TakesLabels ? default : Take(batch.Targets, _info.TargetSize, _firstTarget, Output.Size, ref _targets),
        };
    }

    /// <summary>Moves the rows that count together.</summary>
    private void TakeValid(ref ReadOnlySpan<float> outputs, ref Batch batch)
    {
        int rows = batch.Count * Output.Rows;
        Array.Resize(ref _values, Math.Max(_values.Length, rows * Output.Classes));
        Array.Resize(ref _labels, Math.Max(_labels.Length, batch.Labels.Length));
        Array.Resize(ref _targets, Math.Max(_targets.Length, batch.Targets.Length));
        int valid = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> sample = batch.Inputs.Slice(row / Output.Rows * _info.InputSize, _info.InputSize);
            if (!IsValid(sample, row % Output.Rows))
            {
                continue;
            }

            Move(outputs, row, valid, Output.Classes, _values);
            Move(batch.Labels, row, valid, 1, _labels);
            Move(batch.Targets, row, valid, Output.Classes, _targets);
            valid++;
        }

        outputs = _values.AsSpan(0, valid * Output.Classes);
        batch = new Batch
        {
            Count = batch.Count,
            Inputs = batch.Inputs,
            Labels = Output.TakesLabels ? _labels.AsSpan(0, valid) : default,
            Targets = Output.TakesLabels ? default : _targets.AsSpan(0, valid * Output.Classes),
        };
    }

    private bool IsValid(ReadOnlySpan<float> sample, int row)
    {
        for (int i = 0; i < Output.Masks.Count; i++)
        {
            MaskedInput mask = Output.Masks[i];
            int step = row * mask.Steps / Output.Rows;
            if (!sample.Slice(mask.Offset + (step * mask.Width), mask.Width).ContainsAnyExcept(mask.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static void Move<T>(ReadOnlySpan<T> from, int row, int place, int width, T[] to)
    {
        if (!from.IsEmpty)
        {
            from.Slice(row * width, width).CopyTo(to.AsSpan(place * width));
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
