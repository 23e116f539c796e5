using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using StaticNets.Reporting;
using StaticNets.Serialization;

namespace StaticNets;

/// <summary>
/// What <c>Fit</c> reports: one list for each column, with one value for each finished epoch. <c>loss</c> is the data loss and
/// <c>penalty</c> that of weights and activities beside it, both means over the epoch while the weights changed; of a net with
/// several outputs the loss of each, <c>&lt;output&gt;_loss</c>, before its weight; the metrics; the same with <c>val_</c> from the
/// validation data at the end of the epoch; <c>zeros</c>, the share of penalized weights that are exactly 0, where L1 is proximal;
/// and <c>learning_rate</c>.
/// </summary>
public sealed class History
{
    private readonly List<int> _epochs = [];
    private readonly Dictionary<string, IReadOnlyList<double>> _columns = [];

    private static readonly object s_key = typeof(History);

    internal History()
    {
    }

    /// <summary>The numbers of the finished epochs, from 0.</summary>
    public IReadOnlyList<int> Epochs => _epochs;

    /// <summary>The columns by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Columns => new ReadOnlyDictionary<string, IReadOnlyList<double>>(_columns);

    /// <summary>Whether training was cut short by its cancellation token. An epoch that was under way then is not listed.</summary>
    public bool Canceled { get; internal set; }

    /// <summary>One column.</summary>
    /// <param name="name">For example <c>loss</c>, <c>accuracy</c> or <c>val_loss</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such column; the message lists those that are there.</exception>
    public IReadOnlyList<double> this[string name] => _columns.TryGetValue(name, out IReadOnlyList<double>? values)
        ? values
        : throw new KeyNotFoundException($"The history has no column '{name}'; it has: {string.Join(", ", _columns.Keys)}.");

    /// <summary>
    /// The history of the epochs that were finished when a fit failed, because a callback or the data threw an exception: it is kept with
    /// that. Null for an exception of something else.
    /// </summary>
    /// <param name="exception">What came out of <c>Fit</c>.</param>
    public static History? Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.Data[s_key] as History;
    }

    /// <summary>
    /// The history as CSV: <c>epoch</c>, from 0, then the columns; a line for each epoch, <c>NaN</c> where it has no value.
    /// </summary>
    public string ToCsv()
    {
        StringWriter writer = new();
        HistoryCsv.Write(writer, Table);
        return writer.ToString();
    }

    /// <summary>Writes <see cref="ToCsv"/> to a file.</summary>
    /// <exception cref="IOException">The file can't be written; an old one is untouched.</exception>
    public void SaveCsv(string path) => AtomicFile.WriteText(path, writer => HistoryCsv.Write(writer, Table));

    /// <summary>
    /// Writes one HTML page with the curves of all columns (the loss, the penalty, the metrics, each with its validation, the learning
    /// rate) and a table.
    /// The page needs no other file and no script.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="title">The heading. Default "Training history".</param>
    /// <exception cref="IOException">The file can't be written; an old one is untouched.</exception>
    public void SaveHtml(string path, string title = "Training history")
    {
        ArgumentNullException.ThrowIfNull(title);
        AtomicFile.WriteText(path, writer => HistoryPage.Write(writer, Table, title));
    }

    private EpochTable Table => new(_epochs, _columns);

    internal void Leave(Exception exception)
    {
        if (!exception.Data.IsReadOnly)
        {
            exception.Data[s_key] = this;
        }
    }

    internal void Add(int epoch, ReadOnlySpan<LogEntry> entries)
    {
        foreach (LogEntry entry in entries)
        {
            if (!_columns.TryGetValue(entry.Name, out IReadOnlyList<double>? values))
            {
                values = new List<double>();
                _columns.Add(entry.Name, values);
            }

            PadTo((List<double>)values, _epochs.Count);
            ((List<double>)values).Add(entry.Value);
        }

        _epochs.Add(epoch);
        foreach (IReadOnlyList<double> values in _columns.Values)
        {
            PadTo((List<double>)values, _epochs.Count);
        }
    }

    // A value that an epoch did not report is NaN, so that all columns stay equally long.
    private static void PadTo(List<double> values, int count)
    {
        while (values.Count < count)
        {
            values.Add(double.NaN);
        }
    }
}
