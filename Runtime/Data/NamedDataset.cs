using System;
using System.Collections.Generic;
using System.Linq;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>
/// A dataset from an array for each input and output of a net, which stay as they are: samples are put together when they are read.
/// </summary>
internal sealed class NamedDataset
{
    private readonly NetInfo _info;
    private readonly Dictionary<string, Array> _arrays = [];
    private (string Name, int Count)? _first;

    private NamedDataset(NetInfo info, IReadOnlyList<(string Name, Array Values)> arrays)
    {
        _info = info;
        foreach ((string name, Array values) in arrays)
        {
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(arrays));
            ArgumentNullException.ThrowIfNull(values, name);
            if (!_arrays.TryAdd(Known(name), values))
            {
                throw new ArgumentException($"There are two arrays called '{name}'.", nameof(arrays));
            }
        }
    }

    /// <exception cref="ArgumentException">An array is missing, unknown, of another type or of another length.</exception>
    public static Dataset Of(NetInfo info, IReadOnlyList<(string Name, Array Values)> arrays) => new NamedDataset(info, arrays).Build();

    private Dataset Build()
    {
        SampleColumn<float> inputs = SideBySide([.. _info.Inputs.Select(input => Floats(input.Name, input.Size, "an input"))]);
        OutputInfo[] outputs = [.. _info.Outputs.Where(output => output.HasLoss)];
        bool isToPredict = !outputs.Any(output => _arrays.ContainsKey(output.Name));
        SampleColumn<int>[] labels = isToPredict ? []
            : [.. outputs.Where(output => output.TakesLabels).Select(output => Labels(output.Name, output.Rows))];
        SampleColumn<float>[] targets = isToPredict ? []
            : [.. outputs.Where(output => !output.TakesLabels).Select(output => Floats(output.Name, output.Size, "an output"))];
        return new Dataset(
            _first!.Value.Count,
            inputs,
            labels.Length == 0 ? null : SideBySide(labels),
            targets.Length == 0 ? null : SideBySide(targets));
    }

    /// <summary>The name of an input or output. A net with one of them knows it by any.</summary>
    private string Known(string name)
    {
        if (_info.Inputs.Any(input => input.Name == name) || _info.Outputs.Any(output => output.HasLoss && output.Name == name))
        {
            return name;
        }

        if (_info.Outputs.Any(output => output.Name == name))
        {
            throw new ArgumentException($"The output '{name}' of {_info.Name} has no loss, so it takes no array.", name);
        }

        string names = string.Join(", ", _info.Inputs.Select(input => input.Name).Concat(_info.Outputs.Select(output => output.Name)));
        return _info.Outputs.Count == 1
            ? _info.Outputs[0].Name
            : throw new ArgumentException($"{_info.Name} has no input or output '{name}'; it has: {names}.", name);
    }

    private SampleColumn<float> Floats(string name, int size, string what) => Values(name, what) switch
    {
        float[] values => new ArrayColumn<float>(values, Sized(name, values.Length, size)),
        byte[] values => new ByteColumn(values, Sized(name, values.Length, size), ByteScaling.Factor(1.0 / 255)),
        int[] values => new IndexColumn(values, Sized(name, values.Length, size)),
        Array other => throw WrongType(name, other, "floats, bytes or ints"),
    };

    private SampleColumn<int> Labels(string name, int rows) => Values(name, "an output") switch
    {
        int[] values => new ArrayColumn<int>(values, Sized(name, values.Length, rows)),
        byte[] values => new ArrayColumn<int>(Array.ConvertAll(values, label => (int)label), Sized(name, values.Length, rows)),
        Array other => throw WrongType(name, other, "ints or bytes, the classes"),
    };

    private Array Values(string name, string what) => _arrays.TryGetValue(name, out Array? values)
        ? values
        : throw new ArgumentException($"The array '{name}' is missing: {what} of {_info.Name}.", name);

    private int Sized(string name, int length, int size)
    {
        if (length == 0 || length % size != 0)
        {
            throw new ArgumentException(Invariant($"'{name}' must hold {size} values for each sample, but holds {length}."), name);
        }

        _first ??= (name, length / size);
        return length / size == _first.Value.Count
            ? size
            : throw new ArgumentException(
                Invariant($"'{name}' holds {length / size} samples, but '{_first.Value.Name}' holds {_first.Value.Count}."), name);
    }

    private ArgumentException WrongType(string name, Array values, string expected) =>
        new($"'{name}' of {_info.Name} takes {expected}, but is of {values.GetType().GetElementType()!.Name}.", name);

    private static SampleColumn<T> SideBySide<T>(SampleColumn<T>[] columns) =>
        columns.Length == 1 ? columns[0] : new JoinedColumn<T>(columns);
}
