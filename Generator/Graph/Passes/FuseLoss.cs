using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Graph.Passes;

/// <summary>Takes a last softmax or sigmoid together with its cross-entropy: the loss is then computed from the logits, and its gradient is exact.</summary>
internal static class FuseLoss
{
    public static void Run(NetGraph graph)
    {
        if (graph.Training is { } training
            && graph.Output is { Layer: ActivationLayer activation } output
            && activation.Activation.Name == training.Loss.FusedActivation
            && graph.HasOneReader(output.Inputs[0])
            && output.Inputs[0].Layer is not InputLayer)
        {
            graph.FusedActivation = output;
        }
    }
}
