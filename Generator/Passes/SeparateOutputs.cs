using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>
/// Gives an output that shows the values of another one, under whatever shape, a copy of them: each loss stores a gradient of its own, and
/// views would have one in common.
/// </summary>
internal static class SeparateOutputs
{
    public static Graph Run(Graph graph)
    {
        var edit = new GraphEdit(graph);
        var seen = new HashSet<Value>();
        foreach (GraphOutput output in graph.Outputs)
        {
            if (seen.Add(graph.Uses.Unviewed(output.Value)))
            {
                continue;
            }

            Operation producer = graph.Producer(output.Value);
            var copy = new Concatenate
            {
                Parts = [output.Value],
                Rows = output.Value.Shape.Rows,
                Origin = producer.Origin,
                Result = new Value(graph.UniqueName(output.Value.Name + "_copy"), output.Value.Shape),
            };
            edit.AddBehind(producer, copy);
            edit.Replace(output, output with { Value = copy.Result });
        }

        return edit.Apply();
    }
}
