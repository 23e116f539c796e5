using System.Linq;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared.Passes;

/// <summary>Makes a node of the activation that a layer carries.</summary>
internal static class SeparateActivations
{
    public static void Run(NetGraph graph)
    {
        foreach (Node node in graph.Nodes.Where(node => node.Layer is WeightedLayer { Applied: not Linear }).ToArray())
        {
            var layer = (WeightedLayer)node.Layer;
            string name = node.Name + "_" + ActivationReader.Snake(layer.Applied);
            string variable = Identifier.Variable(name, graph.Names);
            var activation = new Node(new ActivationLayer(layer.Applied), name, variable, node.Attribute, [node], node.Shape)
            {
                Steps = node.Steps,
            };
            layer.Applied = ActivationCatalogue.Linear;
            graph.Redirect(node, activation);
            graph.Nodes.Insert(graph.Nodes.IndexOf(node) + 1, activation);
        }
    }
}
