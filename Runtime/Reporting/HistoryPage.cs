using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using static System.FormattableString;

namespace StaticNets.Reporting;

/// <summary>
/// A history as one HTML page that needs nothing else: a chart for each value, drawn with its validation, on a linear or a logarithmic
/// axis. It fits windows of any width.
/// </summary>
internal static class HistoryPage
{
    private const string Validation = "val_";

    // Charts stand side by side where there is room and shrink where there is little; the table scrolls within the page.
    private const string Style = """
        body { font: 14px sans-serif; margin: 24px; color: #222; background: #fff; }
        h1 { font-size: 24px; overflow-wrap: anywhere; }
        .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); gap: 16px; margin: 12px 0 24px; }
        figure { margin: 0; min-width: 0; }
        figcaption { overflow-wrap: anywhere; }
        figcaption span { margin-right: 20px; }
        svg { display: block; width: 100%; height: auto; }
        text { font: 12px sans-serif; fill: #444; }
        polyline { fill: none; stroke-width: 1.5; }
        polyline.training { stroke: #1f77b4; }
        polyline.validation { stroke: #d62728; stroke-dasharray: 6 2; }
        circle.training { fill: #1f77b4; }
        circle.validation { fill: #d62728; }
        span.training { color: #1f77b4; }
        span.validation { color: #d62728; }
        .both .logarithmic, #logarithmic:checked ~ .charts .both .linear { display: none; }
        #logarithmic:checked ~ .charts .both .logarithmic { display: block; }
        .table { overflow-x: auto; }
        table { border-collapse: collapse; }
        td, th { padding: 2px 10px; text-align: right; border-bottom: 1px solid #ddd; white-space: nowrap; }
        th { max-width: 130px; white-space: normal; overflow-wrap: anywhere; vertical-align: bottom; }
        td:first-child, th:first-child { position: sticky; left: 0; background: #fff; }
        @media (max-width: 600px) { body { margin: 12px; } }
        """;

    public static void Write(TextWriter writer, EpochTable history, string title)
    {
        string name = WebUtility.HtmlEncode(title);
        writer.Write($$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{{name}}</title>
            <style>
            {{Style}}
            </style>
            </head>
            <body>
            <h1>{{name}}</h1>
            <input type="checkbox" id="logarithmic"/>
            <label for="logarithmic">logarithmic, where values are positive and far apart</label>
            <div class="charts">

            """);
        foreach ((string chart, Curve[] curves) in Charts(history))
        {
            WriteChart(writer, chart, history.Epochs, curves);
        }

        writer.Write("</div>\n");
        WriteTable(writer, history);
        writer.Write("</body>\n</html>\n");
    }

    /// <summary>Each value with its validation: the loss first, the learning rate last.</summary>
    private static IEnumerable<(string Name, Curve[] Curves)> Charts(EpochTable history)
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

    private static void WriteChart(TextWriter writer, string name, IReadOnlyList<int> epochs, Curve[] curves)
    {
        double[] values = [.. curves.SelectMany(curve => curve.Values).Where(double.IsFinite)];
        ChartAxis? logarithmic = ChartAxis.Logarithmic(values);
        writer.Write(logarithmic is null ? "<figure>\n<figcaption>" : "<figure class=\"both\">\n<figcaption>");
        foreach (Curve curve in curves)
        {
            writer.Write($"<span class=\"{curve.Kind}\">{WebUtility.HtmlEncode(curve.Name)}</span> ");
        }

        writer.Write("</figcaption>\n");
        SvgChart.Write(writer, name, epochs, curves, ChartAxis.Linear(values));
        if (logarithmic is not null)
        {
            SvgChart.Write(writer, name, epochs, curves, logarithmic);
        }

        writer.Write("</figure>\n");
    }

    private static void WriteTable(TextWriter writer, EpochTable history)
    {
        writer.Write("<div class=\"table\">\n<table>\n<tr><th>epoch</th>");
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
                writer.Write($"<td>{ReadableNumber.Of(column[i])}</td>");
            }

            writer.Write("</tr>\n");
        }

        writer.Write("</table>\n</div>\n");
    }
}

/// <summary>One line of a chart.</summary>
internal sealed record Curve(string Name, IReadOnlyList<double> Values, bool IsValidation)
{
    /// <summary>Its class in the page's style.</summary>
    public string Kind => IsValidation ? "validation" : "training";
}
