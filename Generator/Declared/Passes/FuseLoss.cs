using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>
/// Takes an output's softmax or sigmoid together with its cross-entropy: the loss is then computed from the logits,
/// and its gradient is exact.
/// </summary>
internal static class FuseLoss
{
    public static void Run(NetGraph graph)
    {
        foreach (NetOutput output in graph.Outputs)
        {
            if (output.Node.Layer is ActivationLayer activation
                && activation.Activation.Name == output.Loss?.FusedActivation
                && graph.HasOneReader(output.Node)
                && graph.HasOneReaderBesidePenalty(output.Node.Inputs[0])
                && output.Node.Inputs[0].Layer is not InputLayer)
            {
                output.FusedActivation = output.Node;
            }
        }
    }
}
