using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>
/// Folds a batch normalization by moving averages into the linear operation before it: it is a factor and a summand for each output
/// channel, which go into kernel and bias. For what runs as in inference only.
/// </summary>
internal static class FoldNormalization
{
    /// <param name="graph">The graph.</param>
    /// <param name="mayFold">Whether an operation runs as in inference.</param>
    public static Graph Run(Graph graph, Func<Operation, bool> mayFold)
    {
        var edit = new GraphEdit(graph);
        foreach (Operation operation in graph.Operations)
        {
            if (operation is BatchNormalization { UsesMovingStatistics: true } normalization
                && mayFold(normalization)
                && graph.Producer(normalization.X) is WeightedOperation { IsActivated: false, Folded: null } linear
                && graph.Uses.HasOneReader(linear.Result))
            {
                edit.Replace(linear, linear with { Folded = normalization });
                edit.Remove(normalization, linear.Result);
            }
        }

        return edit.Apply();
    }
}
