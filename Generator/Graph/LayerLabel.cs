using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Model;

namespace StaticNets.Generator.Graph;

/// <summary>How messages speak of a layer: <c>Layer 4 Conv2D(64, 3)</c>. Inputs are not counted.</summary>
internal static class LayerLabel
{
    /// <param name="spec">The declaration.</param>
    /// <param name="index">The attribute's index in it.</param>
    /// <param name="description">The layer's kind, with its sizes where they are known.</param>
    public static string Of(NetSpec spec, int index, string description) =>
        spec.Layers[index].Kind == "Input" ? description : $"Layer {Literal.Int(Number(spec, index))} {description}";

    private static int Number(NetSpec spec, int index) => index + 1 - spec.Layers.Take(index).Count(layer => layer.Kind == "Input");
}
