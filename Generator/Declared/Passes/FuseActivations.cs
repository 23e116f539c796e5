using System.Linq;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// Puts an activation that fits in registers into the layer whose results it is applied to. Training keeps the input of one whose
/// derivative reads it; a net that predicts has no use for that.
/// </summary>
internal static class FuseActivations
{
    public static void Run(NetGraph graph, bool training)
    {
        foreach (Node node in graph.Nodes.Where(node => node.Layer is ActivationLayer && !graph.IsFused(node)).ToArray())
        {
            if (node.Layer is ActivationLayer { Activation: ActivationFunction function }
                && (training ? function.FitsInRegisters : function.IsCheap)
                && node.Inputs[0].Layer is IAppliesActivation { Applied: Linear } layer
                && graph.HasOneReader(node.Inputs[0]))
            {
                layer.Applied = function;
                graph.MergeIntoInput(node);
            }
        }
    }
}
