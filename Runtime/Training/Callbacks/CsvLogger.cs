using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace StaticNets;

/// <summary>
/// Writes the values of each epoch to a CSV file: <c>epoch</c>, from 0, then the others in alphabetical order; <c>NA</c> for a value that
/// an epoch
/// did not report. Each line is on its way to the disk when the epoch ends.
/// </summary>
/// <param name="path">The file.</param>
public sealed class CsvLogger(string path) : Callback
{
    private StreamWriter? _writer;
    private string[]? _names;
    private bool _header;

    /// <summary>What stands between two values. Default a comma.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>Whether lines are added to a file that is there already, without another header. Default false: it is replaced.</summary>
    public bool Append { get; init; }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file can't be written.</exception>
    public override void OnTrainBegin()
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileInfo file = new(path);
        _header = !(Append && file is { Exists: true, Length: > 0 });
        _writer = new StreamWriter(path, Append);
        _names = null;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, TrainingLogs logs)
    {
        if (_names is null)
        {
            _names = Names(logs);
            if (_header)
            {
                _writer!.WriteLine(string.Join(Separator, _names.Prepend("epoch")));
            }
        }

        IEnumerable<string> values = _names.Select(name =>
            logs.TryGetValue(name, out double value) ? value.ToString("R", CultureInfo.InvariantCulture) : "NA");
        _writer!.WriteLine(string.Join(Separator, values.Prepend(epoch.ToString(CultureInfo.InvariantCulture))));
        _writer.Flush();
    }

    internal override void Release()
    {
        _writer?.Dispose();
        _writer = null;
    }

    // As Keras: columns for validation are there even if only later epochs are validated.
    private static string[] Names(TrainingLogs logs)
    {
        string[] names = [.. logs.Keys.Order(StringComparer.Ordinal)];
        return names.Any(name => name.StartsWith("val_", StringComparison.Ordinal))
            ? names
            : [.. names, .. names.Select(name => "val_" + name)];
    }
}
