using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Optimizers;

namespace StaticNets.Generator.Graph;

/// <summary>The net as a graph of layers with all shapes known, in an order in which every layer comes after those it reads.</summary>
internal sealed class NetGraph(List<Node> nodes, IReadOnlyList<NetOutput> outputs, Training? training, int unrollBudget, string convolution)
{
    public List<Node> Nodes { get; } = nodes;

    /// <summary>The layers as declared, before passes fused and split them: for summaries.</summary>
    public IReadOnlyList<DeclaredLayer> Declared { get; } = nodes.Select(DeclaredLayer.Of).ToArray();

    public IReadOnlyList<Node> Inputs { get; } = nodes.Where(node => node.Layer is Layers.InputLayer).ToArray();

    /// <summary>All outputs in the order of their layers.</summary>
    public IReadOnlyList<NetOutput> Outputs { get; } = outputs;

    /// <summary>Those with a loss.</summary>
    public IEnumerable<NetOutput> TrainedOutputs => Outputs.Where(output => output.Loss is not null);

    /// <summary>The output that the last layer is.</summary>
    public NetOutput MainOutput => Outputs[Outputs.Count - 1];

    /// <summary>Floats a sample at the output.</summary>
    public int OutputSize => Outputs.Sum(output => output.Shape.Size);

    /// <summary>Targets a sample.</summary>
    public int TargetSize => Outputs.Where(output => !output.TakesLabels).Sum(output => output.KnownSize);

    /// <summary>Labels a sample.</summary>
    public int LabelCount => Outputs.Where(output => output.TakesLabels).Sum(output => output.KnownSize);

    /// <summary>The node with all outputs one after the other: the only output or, in inference, a node that gathers them.</summary>
    public Node Result => Gathered ?? MainOutput.Node;

    /// <summary>The node that gathers several outputs for inference.</summary>
    public Node? Gathered { get; set; }

    /// <summary>
    /// All weights in the order of the parameter block: layer by layer as declared, in Keras' order. Passes that drop
    /// layers leave it as it is.
    /// </summary>
    public IReadOnlyList<WeightPlace> Weights { get; set; } = Passes.LayOutParameters.Of(nodes);

    /// <summary>Whether the output of a layer has a penalty in training.</summary>
    public bool HasActivityPenalty { get; } = training is not null && nodes.Any(node => !node.Layer.ActivityPenalty.IsNone);

    public int InputSize { get; } = nodes.Where(node => node.Layer is Layers.InputLayer).Sum(node => node.Shape.Size);

    public int ParameterCount => Weights.Sum(weight => weight.Tensor.Shape.Size);

    /// <summary>How many of the parameters are trained.</summary>
    public int TrainableCount => Weights.Where(weight => weight.Tensor.IsTrainable).Sum(weight => weight.Tensor.Shape.Size);

    /// <summary>The inputs that hold indexes, with the smallest number that is none for all who read them.</summary>
    public IReadOnlyList<(Node Input, int Limit)> IndexInputs => Nodes
        .Where(node => node.Layer.IndexLimit is not null)
        .GroupBy(node => node.Inputs[0].Unviewed)
        .Select(readers => (readers.Key, readers.Min(reader => reader.Layer.IndexLimit ?? 0)))
        .OrderBy(input => ((Layers.InputLayer)input.Key.Layer).OffsetInSample)
        .ToArray();

    /// <summary>Loss and optimizer, or null for a net that only predicts.</summary>
    public Training? Training { get; } = training;

    /// <summary>Multiply-adds that may be laid out as straight-line code.</summary>
    public int UnrollBudget { get; } = unrollBudget;

    /// <summary>The algorithm of convolutions that don't name one: a member of <c>ConvolutionAlgorithm</c>.</summary>
    public string Convolution { get; } = convolution;

    /// <summary>Whether a node is an activation that is computed together with its output's loss.</summary>
    public bool IsFused(Node node) => Outputs.Any(output => output.FusedActivation == node);

    public long MultiplyAdds => Nodes.Sum(node => node.MultiplyAdds);
}

/// <summary>A weight of a layer of the net.</summary>
/// <param name="Node">The layer.</param>
/// <param name="Index">Its number among the layer's weights.</param>
/// <param name="Tensor">Name, shape and start.</param>
internal sealed record WeightPlace(Node Node, int Index, WeightTensor Tensor);

/// <summary>What <c>[Compile]</c> says.</summary>
internal sealed record Training(OptimizerRule Optimizer);

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
        node.MultiplyAdds,
        node.Inputs.Select(input => input.Name).ToArray());
}
