using System.Linq;
using StaticNets.Generator.Common;
using StaticNets.Generator.Declaration;
using StaticNets.Generator.Expressions;
using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>
/// How messages speak of a layer: <c>Layer 4 Conv2D(64, 3)</c>, <c>Layer 5 Residual &gt; Conv2D(32, 3)</c>. Inputs are not counted.
/// </summary>
internal static class LayerLabel
{
    /// <param name="spec">The declaration.</param>
    /// <param name="index">The attribute's index in it.</param>
    /// <param name="description">The layer's kind, with its sizes where they are known.</param>
    public static string Of(NetSpec spec, int index, string description)
    {
        AttributeSpec attribute = spec.Layers[index];
        string block = attribute.Block is { } scope ? Blocks(scope) : "";
        return attribute.Kind == "Input" ? description : $"Layer {Literal.Int(Number(spec, attribute))} {block}{description}";
    }

    private static string Blocks(BlockScope scope) => (scope.Outer is { } outer ? Blocks(outer) : "") + scope.Kind + " > ";

    // A wrapper and the layer in it are one.
    private static int Number(NetSpec spec, AttributeSpec attribute) =>
        attribute.Declared + 1 - spec.Layers.Count(layer => layer.Declared < attribute.Declared && !IsCounted(layer));

    private static bool IsCounted(AttributeSpec layer) =>
        layer.Kind != "Input" && !(layer.Block is null && WrapperCatalogue.Contains(layer.Kind));
}
