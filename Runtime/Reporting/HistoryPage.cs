using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using static System.FormattableString;

namespace StaticNets.Reporting;

/// <summary>A history as one HTML page that needs nothing else: a chart for each value, drawn with its validation.</summary>
internal static class HistoryPage
{
    private const string Validation = "val_";

    public static void Write(TextWriter writer, History history, string title)
    {
        string name = WebUtility.HtmlEncode(title);
        writer.Write($$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>{{name}}</title>
            <style>
            body { font: 14px sans-serif; margin: 24px; color: #222; background: #fff; }
            svg { margin: 0 16px 16px 0; }
            text { font: 12px sans-serif; fill: #444; }
            table { border-collapse: collapse; }
            td, th { padding: 2px 10px; text-align: right; border-bottom: 1px solid #ddd; }
            </style>
            </head>
            <body>
            <h1>{{name}}</h1>

            """);
        foreach ((string chart, Curve[] curves) in Charts(history))
        {
            SvgChart.Write(writer, chart, history.Epochs, curves);
        }

        WriteTable(writer, history);
        writer.Write("</body>\n</html>\n");
    }

    /// <summary>Each value with its validation: the loss first, the learning rate last.</summary>
    private static IEnumerable<(string Name, Curve[] Curves)> Charts(History history)
    {
        IEnumerable<string> names = history.Columns.Keys
            .Select(key => key.StartsWith(Validation, StringComparison.Ordinal) ? key[Validation.Length..] : key)
            .Distinct()
            .OrderBy(name => name == "loss" ? 0 : name == "learning_rate" ? 2 : 1);
        foreach (string name in names)
        {
            yield return (name, [.. new[] { name, Validation + name }
                .Where(history.Columns.ContainsKey)
                .Select(key => new Curve(key, history.Columns[key], key.StartsWith(Validation, StringComparison.Ordinal)))]);
        }
    }

    private static void WriteTable(TextWriter writer, History history)
    {
        writer.Write("<table>\n<tr><th>epoch</th>");
        foreach (string name in history.Columns.Keys)
        {
            writer.Write($"<th>{WebUtility.HtmlEncode(name)}</th>");
        }

        writer.Write("</tr>\n");
        for (int i = 0; i < history.Epochs.Count; i++)
        {
            writer.Write(Invariant($"<tr><td>{history.Epochs[i] + 1}</td>"));
            foreach (IReadOnlyList<double> column in history.Columns.Values)
            {
                writer.Write(Invariant($"<td>{column[i]:G6}</td>"));
            }

            writer.Write("</tr>\n");
        }

        writer.Write("</table>\n");
    }
}

/// <summary>One line of a chart.</summary>
internal sealed record Curve(string Name, IReadOnlyList<double> Values, bool IsValidation);
