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
    private int _arrays;

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
        bool isWeight = _missing.Remove(entry.Name, out TensorInfo? tensor);
        if (!isWeight && CheckpointArray.Is(entry.Name) && _arrays++ < CheckpointArray.Most)
        {
            int length = CheckpointArray.LengthOf(entry.Name, _info);
            tensor = new TensorInfo(entry.Name, [length], 0, length);
        }

        if (tensor is null)
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
        long bytes = (long)tensor.Length * sizeof(float);
        if (entry.End - entry.Begin != bytes)
        {
            throw Refused(Invariant(
                $"'{entry.Name}' needs {bytes} bytes, but its data_offsets are {entry.Begin} and {entry.End}"));
        }

        _places.Add(new SafetensorsPlace(tensor, isWeight, entry.Begin, entry.End));
    }

    /// <summary>The net's tensors, and a checkpoint's arrays where there are any, in the order in which they stand in the file.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing, or the tensors overlap or leave holes.</exception>
    public IReadOnlyList<SafetensorsPlace> Complete()
    {
        if (_missing.Count > 0)
        {
            TensorInfo first = _missing.Values.MinBy(tensor => tensor.Offset)!;
            throw Refused($"it lacks '{first.Name}' of shape ({string.Join(", ", first.Shape)}), which {_info.Name} has");
        }

        // What is empty stands where the next one begins.
        _places.Sort((left, right) => (left.Begin, left.End).CompareTo((right.Begin, right.End)));
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
/// <param name="IsWeight">Whether it is a weight of the net; else it is one of a checkpoint's arrays.</param>
/// <param name="Begin">Its first byte, counted from the header's end.</param>
/// <param name="End">The byte behind its last one.</param>
internal sealed record SafetensorsPlace(TensorInfo Tensor, bool IsWeight, long Begin, long End);
