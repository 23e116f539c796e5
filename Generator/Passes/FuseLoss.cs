using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>
/// Takes an output's softmax or sigmoid together with its cross-entropy: the loss is then computed from the logits, and its gradient is
/// exact. Training needs no softmax of its own then; predictions do.
/// </summary>
internal static class FuseLoss
{
    public static Graph Run(Graph graph, bool training)
    {
        var edit = new GraphEdit(graph);
        foreach (GraphOutput output in graph.Outputs)
        {
            if (graph.Producer(output.Value) is Activate activate
                && activate.Activation.Name == output.Loss?.FusedActivation
                && graph.Uses.HasOneReader(output.Value)
                && graph.Uses.Count(activate.X, besidePenalty: true) == 1
                && graph.Producer(activate.X) is not Input)
            {
                edit.Replace(output, output with { Logits = activate.X });
                if (training)
                {
                    edit.Remove(activate, activate.X);
                }
            }
        }

        return edit.Apply();
    }
}
