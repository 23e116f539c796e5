using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>Puts several outputs side by side, as predictions hand them out.</summary>
internal static class GatherOutputs
{
    public static void Run(NetGraph graph)
    {
        if (graph.Outputs.Count == 1)
        {
            return;
        }

        Node[] outputs = graph.Outputs.Select(output => output.Node).ToArray();
        Shape shape = OutputsLayer.ShapeOf(outputs.Select(node => node.Shape));
        string variable = Identifier.Variable("outputs_layer", graph.Names);
        graph.Gathered = new Node(new OutputsLayer(), "outputs", variable, outputs[0].Attribute, outputs, shape);
        graph.Nodes.Add(graph.Gathered);
    }
}
