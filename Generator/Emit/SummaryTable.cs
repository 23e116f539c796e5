using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Model;

namespace StaticNets.Generator.Emit;

/// <summary>The table of a net's layers: plain for the class' doc comment, and laid out as Keras' <c>summary()</c>.</summary>
internal static class SummaryTable
{
    private static readonly string[] s_headers = ["Layer (type)", "Output Shape", "Param #"];

    public static string Plain(NetGraph graph)
    {
        IReadOnlyList<string[]> rows = Rows(graph);
        int[] widths = Widths(rows);
        return string.Join("\n", rows.Select(row => string.Join("  ", row.Select((cell, i) => i == 2 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])))));
    }

    public static string Keras(NetSpec spec, NetGraph graph)
    {
        IReadOnlyList<string[]> rows = Rows(graph);
        int[] widths = Widths(rows.Prepend(s_headers));
        var text = new StringBuilder();
        text.Append("Model: \"").Append(spec.Name.TrimStart('@')).Append("\"\n");
        text.Append(Rule(widths, '┏', '━', '┳', '┓'));
        text.Append(Row(widths, s_headers, '┃'));
        text.Append(Rule(widths, '┡', '━', '╇', '┩'));
        text.Append(string.Join(Rule(widths, '├', '─', '┼', '┤'), rows.Select(row => Row(widths, row, '│'))));
        text.Append(Rule(widths, '└', '─', '┴', '┘'));
        string parameters = $"{Grouped(graph.ParameterCount)} ({Bytes(4.0 * graph.ParameterCount)})";
        text.Append(" Total params: ").Append(parameters).Append('\n');
        text.Append(" Trainable params: ").Append(parameters).Append('\n');
        text.Append(" Non-trainable params: 0 (0.00 B)\n");
        return text.ToString();
    }

    private static IReadOnlyList<string[]> Rows(NetGraph graph) => graph.Declared
        .Select(layer => new[] { $"{layer.Name} ({layer.Kind})", layer.Shape.WithBatch.Replace("(N, ", "(None, "), Grouped(layer.Parameters) })
        .ToArray();

    private static int[] Widths(IEnumerable<string[]> rows) => Enumerable.Range(0, s_headers.Length).Select(i => rows.Max(row => row[i].Length)).ToArray();

    private static string Rule(int[] widths, char left, char line, char middle, char right) =>
        left + string.Join(middle.ToString(), widths.Select(width => new string(line, width + 2))) + right + "\n";

    private static string Row(int[] widths, string[] cells, char bar) =>
        bar + string.Join(bar.ToString(), cells.Select((cell, i) => " " + (i == 2 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i])) + " ")) + bar + "\n";

    private static string Grouped(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Bytes(double bytes)
    {
        string[] units = ["B", "KB", "MB", "GB"];
        int unit = 0;
        while (bytes >= 1024 && unit < units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return bytes.ToString("0.00", CultureInfo.InvariantCulture) + " " + units[unit];
    }
}
