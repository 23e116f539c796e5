using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Layers.Lowered;

/// <summary>Makes a graph of operations of a valid net: what inference and training both begin with.</summary>
internal static class NetLowering
{
    public static Graph Lower(NetGraph declared)
    {
        var net = new LoweredNet(declared.Convolution);
        var results = new Dictionary<Node, Value>();
        foreach (Node node in declared.Nodes)
        {
            Value[] inputs = [.. node.Inputs.Select(input => results[input])];
            var lowering = new Lowering(net, node.Name, new Origin(node.Name, node.Attribute), inputs, node.TensorNames);
            Value result = Lower(node.Layer, lowering, node.Shape);
            results.Add(node, result);
            if (!node.Layer.ActivityPenalty.IsNone)
            {
                var penalty = new ActivityPenalty { X = result, Penalty = node.Layer.ActivityPenalty };
                lowering.Add(penalty, new Shape(1), "_activity_penalty", ValueRole.Penalty);
            }
        }

        return new Graph
        {
            Operations = net.Operations,
            Outputs = [.. declared.Outputs.Select(output => Lower(output, results[output.Node], net))],
            Weights = net.Weights,
        };
    }

    /// <summary>Lowers a layer, or the layers that it is made of.</summary>
    public static Value Lower(Layer layer, Lowering lowering, Shape shape)
    {
        Value result = layer is TimeDistributedLayer ? layer.Lower(lowering, shape)
            : layer.Parts.Count > 0 ? LowerParts(layer, lowering)
            : layer.Lower(lowering.WithWeights(layer), shape);
        if (layer.PassesMask)
        {
            lowering.PassMask(result, layer is MergeLayer);
        }

        return result;
    }

    private static Value LowerParts(Layer layer, Lowering lowering)
    {
        var results = new Dictionary<LayerPart, Value>();
        Value last = lowering.X;
        int weights = 0;
        foreach (LayerPart part in layer.Parts)
        {
            IReadOnlyList<Value> inputs = part.Inputs.Count > 0 ? [.. part.Inputs.Select(input => results[input])]
                : part.WholeInputs is { } places ? [.. places.Select(place => lowering.Inputs[place])]
                : lowering.Inputs;
            string[] files = [.. lowering.Files.Skip(weights).Take(part.Layer.Weights.Count)];
            weights += files.Length;
            part.Layer.IsFrozen = layer.IsFrozen;
            last = Lower(part.Layer, lowering.Part(part.Suffix, inputs, files), part.Shape);
            results.Add(part, last);
        }

        return last;
    }

    private static GraphOutput Lower(NetOutput output, Value value, LoweredNet net)
    {
        return new GraphOutput
        {
            Name = output.Name,
            Value = value,
            Loss = output.Loss,
            Weight = output.Weight,
            Metrics = output.Metrics,
            Mask = output.Loss is null ? null : net.MaskOf(value),
        };
    }
}
