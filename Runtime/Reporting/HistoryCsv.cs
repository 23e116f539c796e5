using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace StaticNets.Reporting;

/// <summary>A history as CSV (RFC 4180): a header, then a line for each epoch.</summary>
internal static class HistoryCsv
{
    public static void Write(TextWriter writer, EpochTable history)
    {
        writer.Write(string.Join(',', history.Columns.Keys.Prepend("epoch").Select(name => CsvText.Quoted(name, ","))));
        writer.Write("\r\n");
        for (int i = 0; i < history.Epochs.Count; i++)
        {
            IEnumerable<string> values = history.Columns.Values.Select(column => column[i].ToString("R", CultureInfo.InvariantCulture));
            writer.Write(string.Join(',', values.Prepend(history.Epochs[i].ToString(CultureInfo.InvariantCulture))));
            writer.Write("\r\n");
        }
    }
}
