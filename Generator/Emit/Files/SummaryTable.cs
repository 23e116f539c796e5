using System.Globalization;
using System.Text;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Emit.Files;

/// <summary>The table of a net's layers: plain for the class' doc comment, and laid out as Keras' <c>summary()</c>.</summary>
internal static class SummaryTable
{
    private const int Shapes = 1;

    private static readonly string[] s_headers = ["Layer (type)", "Output Shape", "Param #", "Mult-Add #"];

    /// <summary>Headers, layers and totals in columns of spaces.</summary>
    public static string Plain(NetPlan plan, Footprint footprint)
    {
        string[] total = ["Total", "", Grouped(plan.Inference.Graph.ParameterCount), Grouped(plan.Lowered.MultiplyAdds)];
        IReadOnlyList<string[]> rows = [s_headers, .. Rows(plan), total];
        int[] widths = Widths(rows);
        IEnumerable<string> lines = rows.Select(row => string.Join("  ", row.Select((cell, i) => Cell(cell, i, widths))));
        return string.Join("\n", lines.Concat(Memory(footprint)));
    }

    public static string Keras(NetSpec spec, NetPlan plan, Footprint footprint)
    {
        IReadOnlyList<string[]> rows = Rows(plan);
        int[] widths = Widths(rows.Prepend(s_headers));
        var text = new StringBuilder();
        text.Append("Model: \"").Append(spec.Name.TrimStart('@')).Append("\"\n");
        text.Append(Rule(widths, '┏', '━', '┳', '┓'));
        text.Append(Row(widths, s_headers, '┃'));
        text.Append(Rule(widths, '┡', '━', '╇', '┩'));
        text.Append(string.Join(Rule(widths, '├', '─', '┼', '┤'), rows.Select(row => Row(widths, row, '│'))));
        text.Append(Rule(widths, '└', '─', '┴', '┘'));
        text.Append(" Total params: ").Append(Weights(plan.Inference.Graph.ParameterCount)).Append('\n');
        text.Append(" Trainable params: ").Append(Weights(plan.Inference.Graph.TrainableCount)).Append('\n');
        Graph graph = plan.Inference.Graph;
        text.Append(" Non-trainable params: ").Append(Weights(graph.ParameterCount - graph.TrainableCount)).Append('\n');
        if (plan.Declared.Training is { Optimizer.Slots: var slots })
        {
            text.Append(" Optimizer params: ").Append(Weights((long)slots * plan.Inference.Graph.TrainableCount)).Append('\n');
        }

        text.Append(" Multiply-adds a sample: ").Append(Grouped(plan.Lowered.MultiplyAdds)).Append('\n');
        return text.Append(string.Concat(Memory(footprint).Select(line => " " + line + "\n"))).ToString();
    }

    private static IReadOnlyList<string[]> Rows(NetPlan plan)
    {
        ILookup<int, Operation> operations = plan.Lowered.Operations.ToLookup(operation => operation.Origin.Attribute);
        return
        [
            .. plan.Declared.Nodes.Select(node => new[]
            {
                $"{node.Name} ({node.Layer.Kind})",
                node.Shape.WithBatch.Replace("(N, ", "(None, "),
                Grouped(node.Layer.ParameterCount),
                Grouped(operations[node.Attribute].Sum(operation => operation.MultiplyAdds)),
            }),
        ];
    }

    private static IEnumerable<string> Memory(Footprint footprint)
    {
        if (footprint.Training > 0)
        {
            yield return $"Memory for training: {Bytes(footprint.Training)} + {Bytes(footprint.TrainingPerSample)} a sample of the batch";
        }

        yield return $"Memory for inference: {Bytes(footprint.Inference)}";
    }

    private static string Weights(long count) => $"{Grouped(count)} ({Bytes(4.0 * count)})";

    private static string Cell(string text, int column, int[] widths) =>
        column > Shapes ? text.PadLeft(widths[column]) : text.PadRight(widths[column]);

    private static int[] Widths(IEnumerable<string[]> rows) =>
        Enumerable.Range(0, s_headers.Length).Select(i => rows.Max(row => row[i].Length)).ToArray();

    private static string Rule(int[] widths, char left, char line, char middle, char right) =>
        left + string.Join(middle.ToString(), widths.Select(width => new string(line, width + 2))) + right + "\n";

    private static string Row(int[] widths, string[] cells, char bar) =>
        bar + string.Join(bar.ToString(), cells.Select((cell, i) => " " + Cell(cell, i, widths) + " ")) + bar + "\n";

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
