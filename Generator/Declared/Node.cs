using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit.Normalization;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Declared;

/// <summary>A layer in its place in the net.</summary>
internal sealed class Node(Layer layer, string name, string identifier, int attribute, IReadOnlyList<Node> inputs, Shape shape)
{
    public Layer Layer { get; } = layer;

    /// <summary>Keras' name, or the user's: <c>conv2d_1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The name as a variable of the emitted code, and in PascalCase for constants and methods.</summary>
    public string Variable { get; } = identifier;

    public string Constant { get; } = Identifier.Pascal(identifier);

    /// <summary>The names of the weights in files: <c>conv2d/kernel</c>. Those of a layer's part are named after the whole layer.</summary>
    public IReadOnlyList<string> TensorNames { get; init; } = layer.Weights.Select(weight => name + "/" + weight.Name).ToArray();

    /// <summary>The index of the attribute in the declaration.</summary>
    public int Attribute { get; } = attribute;

    public List<Node> Inputs { get; } = [.. inputs];

    /// <summary>The output's shape, of one of the layer's samples. A fused pooling changes it.</summary>
    public Shape Shape { get; set; } = shape;

    /// <summary>
    /// How many samples of the layer one sample of the net holds: the steps of the sequences that a <c>[TimeDistributed]</c> takes apart,
    /// else 1. What the node reads has as many.
    /// </summary>
    public int Steps { get; set; } = 1;

    /// <summary>The output's shape in one sample of the net: where that holds several of the layer's, with an axis for them.</summary>
    public Shape WholeShape => Steps == 1 ? Shape : new Shape([Steps, .. Shape.Dimensions]);

    /// <summary>Multiply-adds a sample of the net.</summary>
    public long MultiplyAdds => Steps * Layer.MultiplyAdds;

    /// <summary>Whether a weight of it or of a layer before it is trained, so that gradients must come through.</summary>
    public bool NeedsGradient { get; set; }

    /// <summary>Whether it is below all that is trained, so that a training step runs it as inference does.</summary>
    public bool IsInFrozenTrunk { get; set; }

    /// <summary>The layer's weights; those of a frozen one are not trained, and their penalty does not count.</summary>
    public IReadOnlyList<WeightTensor> Weights => Layer.IsFrozen
        ? Layer.Weights.Select(weight => weight with { IsTrainable = false, Penalty = default, Orthogonality = null }).ToArray()
        : Layer.Weights;

    /// <summary>The normalization that is folded into the weights, or null.</summary>
    public Node? Normalization { get; set; }

    /// <summary>Weights in another layout that inference reads.</summary>
    public IReadOnlyList<ExtraBuffer> PreparedWeights => Normalization is null
        ? Layer.PreparedWeights
        : [FoldedWeights.Kernel(this), FoldedWeights.Bias(this), .. Layer.PreparedWeights];

    /// <summary>Whether a weight of it is trained.</summary>
    public bool IsTrainable => Weights.Any(weight => weight.IsTrainable);

    /// <summary>Whether the gradient of an input is wanted.</summary>
    public bool InputNeedsGradient => Inputs.Any(input => input.NeedsGradient);

    /// <summary>Whether the output takes the place of the input.</summary>
    public bool SharesInputBuffer { get; set; }

    /// <summary>The node itself or, where it is a view, the one whose values it shows under another shape.</summary>
    public Node Unviewed => Layer.IsView ? Inputs[0].Unviewed : this;

    /// <summary>The node whose buffer holds this node's output: itself, unless it shares its input's.</summary>
    public Node BufferOwner => SharesInputBuffer ? Inputs[0].BufferOwner : this;
}
