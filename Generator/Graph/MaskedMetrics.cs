using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Graph.Passes;
using StaticNets.Generator.Model;

namespace StaticNets.Generator.Graph;

/// <summary>Finds outputs with metrics whose masked steps not the net's inputs alone tell: metrics see nothing else.</summary>
internal static class MaskedMetrics
{
    /// <summary>Whether there are both metrics and masks.</summary>
    public static bool MayBeIn(NetGraph graph) =>
        graph.Outputs.Any(output => output.Metrics.Names.Count > 0)
        && graph.Nodes.Any(node => node.Layer.Masks is { Source: not null } or { InputIsMask: true });

    /// <summary>The net without its graph, and with what is wrong, where there is such an output.</summary>
    /// <param name="spec">The declaration.</param>
    /// <param name="net">What was made of it.</param>
    /// <param name="graph">The same graph once more, which is changed.</param>
    public static NetCompilation Check(NetSpec spec, NetCompilation net, NetGraph graph)
    {
        Problem[] problems = [.. Find(spec, net.Graph!, graph)];
        return problems.Length == 0 ? net : new NetCompilation(null, [.. net.Problems, .. problems]);
    }

    private static IEnumerable<Problem> Find(NetSpec spec, NetGraph declared, NetGraph graph)
    {
        ExpandLayers.Run(graph);
        PropagateMasks.Run(graph, training: true);
        for (int i = 0; i < graph.Outputs.Count; i++)
        {
            if (graph.Outputs[i] is { Metrics.Names.Count: > 0, Mask: { } mask } output && MaskedInputs.Of(mask).Count == 0)
            {
                Node layer = declared.Outputs[i].Node;
                string label = LayerLabel.Of(spec, layer.Attribute, layer.Layer.Description);
                yield return new Problem("SN3060", output.Attribute, "Metrics", new EquatableArray<string>([label]));
            }
        }
    }
}
