using StaticNets.Generator.Declaration;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>
/// How messages speak of layers: <c>Layer 4 Conv2D(64, 3)</c>, <c>Layer 5 Residual &gt; Conv2D(32, 3)</c>. Inputs are not counted.
/// </summary>
internal sealed class LayerLabels
{
    private readonly NetSpec _spec;

    // By the number of the attribute on the class.
    private readonly Dictionary<int, int> _numbers = new();

    public LayerLabels(NetSpec spec)
    {
        _spec = spec;
        int uncounted = 0;
        foreach (AttributeSpec layer in spec.Layers)
        {
            if (!_numbers.ContainsKey(layer.Declared))
            {
                _numbers.Add(layer.Declared, layer.Declared + 1 - uncounted);
            }

            uncounted += IsCounted(layer) ? 0 : 1;
        }
    }

    /// <param name="index">The attribute's index in the declaration.</param>
    /// <param name="description">The layer's kind, with its sizes where they are known.</param>
    public string Of(int index, string description)
    {
        AttributeSpec attribute = _spec.Layers[index];
        string block = attribute.Block is { } scope ? Blocks(scope) : "";
        return attribute.Kind == "Input" ? description : $"Layer {Literal.Int(_numbers[attribute.Declared])} {block}{description}";
    }

    private static string Blocks(BlockScope scope) => (scope.Outer is { } outer ? Blocks(outer) : "") + scope.Kind + " > ";

    // A wrapper and the layer in it are one.
    private static bool IsCounted(AttributeSpec layer) =>
        layer.Kind != "Input" && !(layer.Block is null && WrapperCatalogue.Contains(layer.Kind));
}
