using System.Text;

namespace StaticNets.Generator.Ir;

/// <summary>
/// A graph as text, a line for each operation: result, kind, operands, weights, settings, shape. Tests of passes compare it, and it is what
/// a person reads first.
/// </summary>
internal static class GraphPrinter
{
    public static string Print(Graph graph)
    {
        var text = new StringBuilder();
        foreach (Operation operation in graph.Operations)
        {
            text.Append(Line(operation)).Append('\n');
        }

        foreach (GraphOutput output in graph.Outputs)
        {
            text.Append(Line(output)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary><c>%dense = matrix_product x=%input @dense/kernel @dense/bias {activation: Relu} : (128)</c>.</summary>
    public static string Line(Operation operation)
    {
        string operands = string.Concat(operation.Operands.Select(operand => $" {operand.Name}={operand.Value}"));
        string weights = string.Concat(operation.Weights.Select(weight => $" {weight}{(weight.IsTrainable ? "" : "!")}"));
        string steps = operation.Steps > 1 ? $" x{Literal.Int(operation.Steps)}" : "";
        string settings = string.Join(", ", operation.Settings.Select(setting => $"{setting.Name}: {setting.Value}"));
        string role = operation.Result.Role is ValueRole.Activation or ValueRole.Input ? "" : " " + operation.Result.Role;
        return $"{operation.Result} = {operation.Kind}{operands}{weights}{steps}{(settings.Length == 0 ? "" : $" {{{settings}}}")}"
            + $" : {operation.Result.Shape}{role}";
    }

    private static string Line(GraphOutput output)
    {
        string loss = output.Loss is { } function ? $" loss={function.Name}" : "";
        string fused = output.Logits is { } logits ? $" logits={logits}" : "";
        string mask = output.Mask is { } value ? $" mask={value}" : "";
        string weight = output.Weight == 1 ? "" : $" weight={Literal.Short(output.Weight)}";
        return $"output {output.Name} = {output.Value}{loss}{fused}{mask}{weight}";
    }
}
