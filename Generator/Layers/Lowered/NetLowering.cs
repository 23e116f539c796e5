using System.Threading;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Layers.Lowered;

/// <summary>Makes a graph of operations of a valid net: what inference and training both begin with.</summary>
internal static class NetLowering
{
    public static Graph Lower(NetGraph declared, CancellationToken cancellation)
    {
        var net = new LoweredNet(declared.Convolution, declared.InputSize);
        var results = new Dictionary<Node, Value>();
        foreach (Node node in declared.Nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            Value[] inputs = [.. node.Inputs.Select(input => results[input])];
            var lowering = new Lowering(net, node.Name, new Origin(node.Name, node.Attribute), inputs, node.TensorNames);
            Value result = lowering.Lower(node.Layer, node.Shape);
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
