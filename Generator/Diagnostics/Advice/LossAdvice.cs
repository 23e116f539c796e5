using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Diagnostics.Advice;

/// <summary>An output activation that is not the one that the loss is made for.</summary>
internal static class LossAdvice
{
    public static IEnumerable<Problem> Find(AdvisedNet net) => net.Graph.TrainedOutputs.SelectMany(output => Find(net, output));

    private static IEnumerable<Problem> Find(AdvisedNet net, NetOutput trained)
    {
        Node output = net.LastComputing(trained);
        Loss loss = trained.Loss!;
        string? activation = net.Activation(output);
        bool isSoftmaxOfOne = activation == "Softmax" && output.Shape.Last == 1;
        if (isSoftmaxOfOne || net.HasOwnActivation(output))
        {
            yield break;
        }

        if (loss.FusedActivation is not string wanted)
        {
            if (activation == "Softmax" && !loss.ReadsProbabilities)
            {
                yield return AdviceDiagnostics.SoftmaxWithDistance(net.Label(output), loss.Name) with { Attribute = trained.Attribute };
            }
        }
        else if (activation != wanted && (activation is not null || !net.Graph.Nodes.Any(node => net.Activation(node) == wanted)))
        {
            // Without an activation of its own (a mean, a sum), the output may be made of probabilities from further up.
            string left = activation is null or "Linear" ? "any number" : $"the values of {activation}";
            yield return AdviceDiagnostics.NoProbabilities(net.Label(output), left, output.Shape, loss.Name, wanted)
                with { Attribute = output.Attribute };
        }
    }
}
