using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace StaticNets;

/// <summary>One reported value.</summary>
internal readonly record struct LogEntry(string Name, double Value);

/// <summary>The values that an epoch has reported so far, in the order in which they came. Setting a known name allocates nothing.</summary>
internal sealed class TrainingLogs
{
    private readonly List<LogEntry> _entries = [];

    public ReadOnlySpan<LogEntry> Entries => CollectionsMarshal.AsSpan(_entries);

    public void Clear() => _entries.Clear();

    public void Set(string name, double value)
    {
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
