using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Layers;
using StaticNets.Generator.Model;

namespace StaticNets.Generator.Advice;

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
        while (node.Inputs.Count == 1 && (node.Layer.IsView || node.Layer.IsAbsentFromInference || node.Layer is ActivationLayer))
        {
            if (node.Layer is DropoutLayer or SpatialDropoutLayer)
            {
                Node dropped = node.Inputs[0];
                yield return AdvisedNet.About(
                    node,
                    AdviceDiagnostics.DropoutAtOutput.Id,
                    null,
                    net.Label(node),
                    dropped.Layer.Kind,
                    node.Shape.ToString());
            }

            node = node.Inputs[0];
        }
    }
}
