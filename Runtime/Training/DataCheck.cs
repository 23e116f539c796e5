using System;
using StaticNets.Data;

namespace StaticNets;

/// <summary>
/// That data suits a net, before anything is computed with it. Steps would find a wrong value too, but in mid-epoch and under its place in
/// a shuffled batch.
/// </summary>
internal sealed class DataCheck
{
    // What is read at a time: so many samples, of so many values.
    private const int MostSamples = 1024;
    private const int MostValues = 1 << 20;

    private readonly NetInfo _info;
    private readonly DataMessages _messages;
    private readonly bool _ofInputs;
    private readonly bool _ofValues;
    private readonly int[] _leastLabels;
    private (int Sample, int Place, int Label)? _wrong;

    private DataCheck(NetInfo info, string argument, bool ofInputs, bool ofValues)
    {
        _info = info;
        _messages = new DataMessages(info, argument);
        _ofInputs = ofInputs;
        _ofValues = ofValues;
        _leastLabels = new int[info.LabelCount];
        Array.Fill(_leastLabels, int.MaxValue);
    }

    /// <param name="source">The data. What is in memory is gone through; other sources are read only where values are checked.</param>
    /// <param name="info">The net.</param>
    /// <param name="argument">How the caller knows the data.</param>
    /// <param name="ofValues">Whether it is checked that inputs, targets and sample weights are finite.</param>
    /// <exception cref="ArgumentException">Labels or targets don't suit the loss, or a value is wrong; the message says which.</exception>
    public static void Run(IBatchSource source, NetInfo info, string argument, bool ofValues = false)
    {
        IBatchSource original = source;
        while (original is IDerivedSource derived)
        {
            original = derived.Source;
        }

        DataCheck check = new(info, argument, original == source, ofValues);
        if (original is Dataset dataset)
        {
            check.Columns(dataset);
        }
        else if (ofValues)
        {
            check.Batches(original);
        }
    }

    private void Columns(Dataset data)
    {
        bool readsInputs = _ofValues || (_ofInputs && _info.IndexInputs.Count > 0);
        int labelCount = data.Labels?.PerSample ?? 0;
        int targetSize = data.Targets?.PerSample ?? 0;
        int chunk = Chunk(data.Count, Math.Max(readsInputs ? data.InputSize : 0, Math.Max(labelCount, targetSize)));
        _messages.RequireWidths(labelCount, targetSize, data);
        float[] inputs = readsInputs ? SourceCheck.Buffer(chunk, data.InputSize) : [];
        float[] targets = SourceCheck.Buffer(chunk, targetSize);
        int[] labels = new int[chunk * labelCount];
        for (int first = 0; first < data.Count; first += chunk)
        {
            int count = Math.Min(chunk, data.Count - first);
            int begin = data.First + first;
            Values(first, new Batch
            {
                Count = count,
                Inputs = readsInputs ? data.Inputs.Read(begin, count, inputs) : default,
                Labels = data.Labels is null ? default : data.Labels.Read(begin, count, labels),
                Targets = data.Targets is null ? default : data.Targets.Read(begin, count, targets),
            });
        }

        ThrowWrongLabel();
    }

    private void Batches(IBatchSource source)
    {
        int batchSize = Chunk(source.Count, source.InputSize);
        using IBatchReader reader = source.CreateReader(batchSize);
        reader.Reset(default);
        for (int first = 0; reader.Read(out Batch batch); first += batch.Count)
        {
            SourceCheck.Batch(batch, batchSize);
            _messages.RequireWidths(batch.Labels.Length / batch.Count, batch.Targets.Length / batch.Count);
            Values(first, batch);
        }

        ThrowWrongLabel();
    }

    private static int Chunk(int samples, int size) => Math.Min(samples, Math.Clamp(MostValues / Math.Max(1, size), 1, MostSamples));

    private void Values(int first, Batch batch)
    {
        Labels(first, batch.Labels);
        if (_ofInputs)
        {
            Indexes(first, batch.Inputs);
        }

        if (_ofValues)
        {
            RequireFinite("input", first, batch.Inputs, batch.Count);
            RequireFinite("target", first, batch.Targets, batch.Count);
            RequireFinite("weight", first, batch.SampleWeights, batch.Count);
        }
    }

    // The first wrong one is reported at the end: whether labels count from 1 is seen from all of them.
    private void Labels(int first, ReadOnlySpan<int> labels)
    {
        int[] classes = _info.Known.ClassesOfLabel;
        for (int i = 0, place = 0; i < labels.Length; i++, place = place + 1 == classes.Length ? 0 : place + 1)
        {
            int label = labels[i];
            if (label == _info.Known.IgnoredLabels[place])
            {
                continue;
            }

            _leastLabels[place] = Math.Min(_leastLabels[place], label);
            if ((uint)label >= (uint)classes[place])
            {
                _wrong ??= (first + (i / classes.Length), place, label);
            }
        }
    }

    private void ThrowWrongLabel()
    {
        if (_wrong is (int sample, int place, int label))
        {
            throw _messages.WrongLabel(sample, place, label, _leastLabels[place]);
        }
    }

    private void Indexes(int first, ReadOnlySpan<float> inputs)
    {
        foreach (IndexInput range in _info.IndexInputs)
        {
            for (int at = range.Offset, sample = first; at < inputs.Length; at += _info.InputSize, sample++)
            {
                for (int i = 0; i < range.Length; i++)
                {
                    if (!range.Contains(inputs[at + i]))
                    {
                        throw _messages.WrongIndex(sample, range.Offset + i, inputs[at + i], range.Limit);
                    }
                }
            }
        }
    }

    private void RequireFinite(string what, int first, ReadOnlySpan<float> values, int count)
    {
        int perSample = values.Length / count;
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                throw _messages.NotFinite(what, first + (i / perSample), i % perSample, values[i]);
            }
        }
    }
}
