using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using StaticNets.Reporting;
using static System.FormattableString;

namespace StaticNets;

/// <summary>
/// Writes the values of each epoch to a CSV file: <c>epoch</c>, from 0, then the others in alphabetical order; <c>NA</c> for a value that
/// an epoch did not report. Names with a separator stand in quotes. Each line is on its way to the disk when the epoch ends. A fit that
/// goes on after a restart goes on with its file: lines of epochs that are trained once more are replaced.
/// </summary>
/// <param name="path">The file.</param>
public sealed class CsvLogger(string path) : Callback
{
    private FileStream? _file;
    private StreamWriter? _writer;
    private string[]? _names;
    private long _end; // where the lines that stay end

    /// <summary>What stands between two values. Default a comma.</summary>
    public string Separator { get; init; } = ",";

    /// <summary>Whether lines are added to a file that is there already, without another header. Default false: it is replaced.</summary>
    public bool Append { get; init; }

    internal override bool AddsValues => false;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The separator could be part of a number.</exception>
    /// <exception cref="IOException">The file can't be written; its folder is made where it is missing.</exception>
    public override void OnTrainBegin()
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        CsvText.CheckSeparator(Separator, nameof(Separator));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (Directory.Exists(path))
        {
            throw new IOException($"'{path}' is a folder, where CsvLogger is to write a file.");
        }

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
                _writer!.WriteLine(string.Join(Separator, _names.Prepend("epoch").Select(name => CsvText.Quoted(name, Separator))));
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
        for (int i = 0; i < _names?.Length; i++)
        {
            state.SetText(NameOf(i), _names[i]);
        }

        state.SetNumber("end", _end);
    }

    /// <inheritdoc/>
    public override void LoadState(CallbackState state)
    {
        // Another file than the one of then is begun anew.
        if (state.GetNumber("end") is double end && end >= 0 && end <= _file!.Length)
        {
            _end = (long)end;
            List<string> names = [];
            while (state.GetText(NameOf(names.Count)) is string name)
            {
                names.Add(name);
            }

            _names = names.Count == 0 ? null : [.. names];
        }
    }

    internal override void Release()
    {
        _writer?.Dispose();
        _file?.Dispose();
        (_writer, _file) = (null, null);
    }

    private static string NameOf(int column) => Invariant($"name/{column}");

    // As Keras: columns for validation are there even if only later epochs are validated.
    private static string[] Names(TrainingLogs logs)
    {
        string[] names = [.. logs.Keys.Order(StringComparer.Ordinal)];
        return names.Any(name => name.StartsWith("val_", StringComparison.Ordinal))
            ? names
            : [.. names, .. names.Select(name => "val_" + name)];
    }
}
