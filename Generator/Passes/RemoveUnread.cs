using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>Takes operations out whose results nobody reads, such as masks of layers that know none. Inputs and penalties stay.</summary>
internal static class RemoveUnread
{
    public static Graph Run(Graph graph)
    {
        var read = new HashSet<Value>(
            graph.Outputs.SelectMany(output => new[] { output.Value, output.Logits, output.Mask }).OfType<Value>());
        if (graph.Gathered is { } gathered)
        {
            read.Add(gathered);
        }

        var kept = new List<Operation>();
        foreach (Operation operation in graph.Operations.Reverse())
        {
            if (read.Contains(operation.Result) || operation is Input || operation.Result.Role == ValueRole.Penalty)
            {
                kept.Add(operation);
                read.UnionWith(operation.Operands.Select(operand => operand.Value));
            }
        }

        kept.Reverse();
        return graph with { Operations = kept };
    }
}
