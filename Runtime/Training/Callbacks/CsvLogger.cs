using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace StaticNets;

/// <summary>
/// Writes the values of each epoch to a CSV file: <c>epoch</c>, from 0, then the others in alphabetical order; <c>NA</c> for a value that
/// an epoch
/// did not report. Each line is on its way to the disk when the epoch ends. A fit that goes on after a restart goes on with its file: lines
/// of epochs that are trained once more are replaced.
/// </summary>
/// <param name="path">The file.</param>
public sealed class CsvLogger(string path) : Callback
{
    private const char NameSeparator = '\n';

    private FileStream? _file;
    private StreamWriter? _writer;
    private string[]? _names;
    private long _end; // where the lines that stay end

    /// <summary>What stands between two values. Default a comma.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>Whether lines are added to a file that is there already, without another header. Default false: it is replaced.</summary>
    public bool Append { get; init; }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file can't be written.</exception>
    public override void OnTrainBegin()
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        _end = Append ? _file.Length : 0;
        _names = null;
    }

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch)
    {
        if (_writer is null)
        {
            _file!.SetLength(_end);
            _file.Position = _end;
            _writer = new StreamWriter(_file);
        }
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, TrainingLogs logs)
    {
        if (_names is null)
        {
            _names = Names(logs);
            if (_end == 0)
            {
                _writer!.WriteLine(string.Join(Separator, _names.Prepend("epoch")));
            }
        }

        IEnumerable<string> values = _names.Select(name =>
            logs.TryGetValue(name, out double value) ? value.ToString("R", CultureInfo.InvariantCulture) : "NA");
        _writer!.WriteLine(string.Join(Separator, values.Prepend(epoch.ToString(CultureInfo.InvariantCulture))));
        _writer.Flush();
        _end = _file!.Position;
    }

    /// <inheritdoc/>
    public override void SaveState(CallbackState state)
    {
        state.SetText("names", _names is null ? null : string.Join(NameSeparator, _names));
        state.SetNumber("end", _end);
    }

    /// <inheritdoc/>
    public override void LoadState(CallbackState state)
    {
        // Another file than the one of then is begun anew.
        if (state.GetNumber("end") is double end && end >= 0 && end <= _file!.Length)
        {
            _end = (long)end;
            _names = state.GetText("names")?.Split(NameSeparator);
        }
    }

    internal override void Release()
    {
        _writer?.Dispose();
        _file?.Dispose();
        (_writer, _file) = (null, null);
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
