using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Diagnostics.Advice;

/// <summary>Dropout with no weight behind it: it drops the net's own answers.</summary>
internal static class DropoutAdvice
{
    public static IEnumerable<Problem> Find(AdvisedNet net)
    {
        if (net.Graph.Training is null)
        {
            yield break;
        }

        Node node = net.Graph.MainOutput.Node;
        while (node.Inputs.Count == 1 && (net.HandsOn(node) || net.Operations(node).All(operation => operation is Activate)))
        {
            if (net.Operations(node).Any(operation => operation is Noise { Noises: NoiseKind.Dropout or NoiseKind.ChannelDropout }))
            {
                Node dropped = node.Inputs[0];
                yield return AdviceDiagnostics.DropoutAtOutput(net.Label(node), dropped.Layer.Kind, node.Shape)
                    with { Attribute = node.Attribute };
            }

            node = node.Inputs[0];
        }
    }
}
