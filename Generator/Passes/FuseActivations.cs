using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>
/// Puts an activation that fits in registers into the operation whose results it is applied to. Training keeps the input of one whose
/// derivative reads it; a net that predicts has no use for that.
/// </summary>
internal static class FuseActivations
{
    public static Graph Run(Graph graph, bool training)
    {
        var edit = new GraphEdit(graph);
        foreach (Operation operation in graph.Operations)
        {
            if (operation is Activate { Activation: { IsOfRows: false } function } activate
                && (training ? function.FitsInRegisters : function.IsCheap)
                && graph.Producer(activate.X) is ActivatedOperation { IsActivated: false } before
                && graph.Uses.HasOneReader(before.Result)
                && !IsComputedWithLoss(graph, activate))
            {
                edit.Replace(before, before with { Activation = function });
                edit.Remove(activate, before.Result);
            }
        }

        return edit.Apply();
    }

    private static bool IsComputedWithLoss(Graph graph, Activate activate)
    {
        foreach (GraphOutput output in graph.Outputs)
        {
            if (output.Value == activate.Result && output.Logits is not null)
            {
                return true;
            }
        }

        return false;
    }
}
