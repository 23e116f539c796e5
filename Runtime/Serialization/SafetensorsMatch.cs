using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using static System.FormattableString;

namespace StaticNets.Serialization;

/// <summary>Compares a header with a net, entry by entry, so that no more of it is kept than the net has tensors.</summary>
internal sealed class SafetensorsMatch
{
    private readonly NetInfo _info;
    private readonly string _source;
    private readonly Dictionary<string, TensorInfo> _missing;
    private readonly HashSet<string> _seen = [];
    private readonly List<SafetensorsPlace> _places = [];

    public SafetensorsMatch(NetInfo info, string source)
    {
        _info = info;
        _source = source;
        _missing = info.Tensors.ToDictionary(tensor => tensor.Name);
    }

    /// <exception cref="InvalidDataException">The net has no such tensor, or has it in another shape.</exception>
    public void Accept(SafetensorsEntry entry)
    {
        if (_seen.Contains(entry.Name))
        {
            throw Refused($"'{entry.Name}' stands in the header twice");
        }

        string shape = string.Join(", ", entry.Shape);
        int? slot = TrainerSlot.Number(entry.Name);
        TensorInfo? tensor = slot is null ? null : new TensorInfo(entry.Name, [_info.TrainableCount], 0, _info.TrainableCount);
        if (tensor is null && !_missing.Remove(entry.Name, out tensor))
        {
            throw Refused($"it holds '{Shortened.Name(entry.Name)}' of shape ({shape}), which {_info.Name} does not have");
        }

        _seen.Add(entry.Name);
        if (entry.DataType != "F32")
        {
            throw Refused($"'{entry.Name}' is of type {Shortened.Name(entry.DataType)} there; only F32 is read");
        }

        if (!entry.Shape.SequenceEqual(tensor.Shape.Select(size => (long)size)))
        {
            throw Refused($"'{entry.Name}' has the shape ({shape}) there, but ({string.Join(", ", tensor.Shape)}) in {_info.Name}");
        }

        // Neither is negative, so the difference can't overflow.
        if (entry.End - entry.Begin != (long)tensor.Length * sizeof(float))
        {
            throw Refused(Invariant(
                $"'{entry.Name}' needs {(long)tensor.Length * sizeof(float)} bytes, but its data_offsets are {entry.Begin} and {entry.End}"));
        }

        _places.Add(new SafetensorsPlace(tensor, slot, entry.Begin, entry.End));
    }

    /// <summary>The net's tensors, and the trainer's slots where there are any, in the order in which they stand in the file.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing, or the tensors overlap or leave holes.</exception>
    public IReadOnlyList<SafetensorsPlace> Complete()
    {
        if (_missing.Count > 0)
        {
            TensorInfo first = _missing.Values.MinBy(tensor => tensor.Offset)!;
            throw Refused($"it lacks '{first.Name}' of shape ({string.Join(", ", first.Shape)}), which {_info.Name} has");
        }

        _places.Sort((left, right) => left.Begin.CompareTo(right.Begin));
        long end = 0;
        foreach (SafetensorsPlace place in _places)
        {
            if (place.Begin != end)
            {
                string there = Invariant($"'{place.Tensor.Name}' begins at {place.Begin}, but the data before it ends at {end}");
                throw Refused(there + ": tensors must neither overlap nor leave holes");
            }

            end = place.End;
        }

        return _places;
    }

    private InvalidDataException Refused(string reason) => new($"{_source} does not fit: {reason}.");
}

/// <summary>Where a tensor stands in a file.</summary>
/// <param name="Tensor">What the net knows of it.</param>
/// <param name="Slot">Which slot of the trainer it is; null for a weight of the net.</param>
/// <param name="Begin">Its first byte, counted from the header's end.</param>
/// <param name="End">The byte behind its last one.</param>
internal sealed record SafetensorsPlace(TensorInfo Tensor, int? Slot, long Begin, long End);

/// <summary>How a checkpoint names the values that the trainer keeps for each parameter.</summary>
internal static class TrainerSlot
{
    private const string Prefix = "trainer/slot/";
    private const int Most = 10;

    public static string Name(int slot) => Invariant($"{Prefix}{slot}");

    public static int? Number(string name) =>
        name.Length == Prefix.Length + 1 && name.StartsWith(Prefix, StringComparison.Ordinal)
            && name[^1] - '0' is >= 0 and < Most and int slot
                ? slot
                : null;
}
