using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>Puts several outputs side by side, as predictions hand them out.</summary>
internal static class GatherOutputs
{
    public static Graph Run(Graph graph)
    {
        if (graph.Outputs.Count == 1)
        {
            return graph;
        }

        var gather = new Concatenate
        {
            Parts = [.. graph.Outputs.Select(output => output.Value)],
            Rows = 1,
            Origin = graph.Producer(graph.Outputs[0].Value).Origin,
            Result = new Value(graph.UniqueName("outputs"), new Shape(graph.OutputSize)),
        };
        return graph with { Operations = [.. graph.Operations, gather], Gathered = gather.Result };
    }
}
