using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Losses;
using StaticNets.Generator.Optimizers;

namespace StaticNets.Generator.Graph;

/// <summary>The net as a graph of layers with all shapes known, in an order in which every layer comes after those it reads.</summary>
internal sealed class NetGraph(List<Node> nodes, Training? training, int unrollBudget, string convolution)
{
    public List<Node> Nodes { get; } = nodes;

    /// <summary>The layers as declared, before passes fused and split them: for summaries.</summary>
    public IReadOnlyList<DeclaredLayer> Declared { get; } = nodes.Select(DeclaredLayer.Of).ToArray();

    public IReadOnlyList<Node> Inputs { get; } = nodes.Where(node => node.Layer is Layers.InputLayer).ToArray();

    public Node Output => Nodes[Nodes.Count - 1];

    public int InputSize { get; } = nodes.Where(node => node.Layer is Layers.InputLayer).Sum(node => node.Shape.Size);

    public int ParameterCount => Nodes.Sum(node => node.Layer.ParameterCount);

    /// <summary>How many of the parameters are trained.</summary>
    public int TrainableCount => Nodes.Sum(node => node.Layer.Weights.Where(weight => weight.IsTrainable).Sum(weight => weight.Shape.Size));

    /// <summary>Loss and optimizer, or null for a net that only predicts.</summary>
    public Training? Training { get; } = training;

    /// <summary>Multiply-adds that may be laid out as straight-line code.</summary>
    public int UnrollBudget { get; } = unrollBudget;

    /// <summary>The algorithm of convolutions that don't name one: a member of <c>ConvolutionAlgorithm</c>.</summary>
    public string Convolution { get; } = convolution;

    /// <summary>The last activation, where it is computed together with the loss; else null.</summary>
    public Node? FusedActivation { get; set; }

    public long MultiplyAdds => Nodes.Sum(node => node.Layer.MultiplyAdds);
}

/// <summary>What <c>[Compile]</c> says.</summary>
internal sealed record Training(LossFunction Loss, OptimizerRule Optimizer, IReadOnlyList<string> Metrics);

/// <summary>A layer for summaries.</summary>
internal sealed record DeclaredLayer(
    string Name, string Kind, string Description, Shape Shape, int Parameters, long MultiplyAdds, IReadOnlyList<string> Inputs)
{
    public static DeclaredLayer Of(Node node) => new(
        node.Name,
        node.Layer.Kind,
        node.Layer.Description,
        node.Shape,
        node.Layer.ParameterCount,
        node.Layer.MultiplyAdds,
        node.Inputs.Select(input => input.Name).ToArray());
}
