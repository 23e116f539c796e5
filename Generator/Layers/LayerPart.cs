using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers;

/// <summary>One of the layers that a layer is made of.</summary>
/// <param name="Suffix">What stands behind the whole's name in the part's: <c>depthwise</c>.</param>
/// <param name="Layer">The part; it has inferred its shape.</param>
/// <param name="Shape">The shape of its output.</param>
internal sealed record LayerPart(string Suffix, Layer Layer, Shape Shape)
{
    /// <summary>The earlier parts that it reads; where there are none, it reads what the whole reads.</summary>
    public IReadOnlyList<LayerPart> Inputs { get; init; } = [];

    /// <summary>The numbers of those of the whole's inputs that it reads, where it reads no part; all of them where this is null.</summary>
    public IReadOnlyList<int>? WholeInputs { get; init; }
}
