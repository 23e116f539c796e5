using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>A layer in its place in the net, as declared.</summary>
internal sealed class Node(Layer layer, string name, int attribute, IReadOnlyList<Node> inputs, Shape shape)
{
    public Layer Layer { get; } = layer;

    /// <summary>Keras' name, or the user's: <c>conv2d_1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The names of the weights in files: <c>conv2d/kernel</c>.</summary>
    public IReadOnlyList<string> TensorNames { get; } = [.. layer.Weights.Select(weight => name + "/" + weight.Name)];

    /// <summary>The index of the attribute in the declaration.</summary>
    public int Attribute { get; } = attribute;

    public IReadOnlyList<Node> Inputs { get; } = inputs;

    public Shape Shape { get; } = shape;

    /// <summary>Whether a weight of it is trained.</summary>
    public bool IsTrainable { get; } = !layer.IsFrozen && layer.Weights.Any(weight => weight.IsTrainable);

    /// <summary>Whether a weight of it or of a layer before it is trained.</summary>
    public bool DependsOnTrained => IsTrainable || _inputsDepend;

    private readonly bool _inputsDepend = inputs.Any(input => input.DependsOnTrained);
}
