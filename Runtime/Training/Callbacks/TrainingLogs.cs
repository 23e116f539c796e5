using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.InteropServices;

namespace StaticNets;

/// <summary>One reported value.</summary>
internal readonly record struct LogEntry(string Name, double Value);

/// <summary>
/// The values that an epoch has reported so far, by name, in the order in which they came. A view: the fit goes on writing to it. Setting a
/// known name
/// allocates nothing.
/// </summary>
public sealed class TrainingLogs : IReadOnlyDictionary<string, double>
{
    private readonly List<LogEntry> _entries = [];

    internal TrainingLogs()
    {
    }

    /// <summary>How many values there are.</summary>
    public int Count => _entries.Count;

    /// <summary>The names.</summary>
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Name);

    /// <summary>The values.</summary>
    public IEnumerable<double> Values => _entries.Select(entry => entry.Value);

    internal ReadOnlySpan<LogEntry> Entries => CollectionsMarshal.AsSpan(_entries);

    /// <summary>A value by its name; setting an unknown name adds it.</summary>
    /// <param name="key">For example <c>loss</c> or <c>val_accuracy</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such value; the message lists those that are there.</exception>
    public double this[string key]
    {
        get => TryGetValue(key, out double value)
            ? value
            : throw new KeyNotFoundException($"The logs have no '{key}'; they have: {string.Join(", ", Keys)}.");
        set => Set(key, value);
    }

    /// <summary>Whether there is a value of this name.</summary>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <summary>The value of this name, where there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out double value)
    {
        foreach (LogEntry entry in Entries)
        {
            if (entry.Name == key)
            {
                value = entry.Value;
                return true;
            }
        }

        value = 0;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() =>
        _entries.Select(entry => new KeyValuePair<string, double>(entry.Name, entry.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Clear() => _entries.Clear();

    internal void Set(string name, double value)
    {
        ArgumentNullException.ThrowIfNull(name);
        for (int i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Name == name)
            {
                _entries[i] = new LogEntry(name, value);
                return;
            }
        }

        _entries.Add(new LogEntry(name, value));
    }
}
