using System.Collections.Generic;

namespace StaticNets.Generator.Layers;

/// <summary>A layer that reads several others, named by position.</summary>
internal abstract class MergeLayer(IReadOnlyList<string?> inputNames) : Layer
{
    /// <summary>The names as written: one name means the layer above and that one.</summary>
    public IReadOnlyList<string?> InputNames { get; } = inputNames;
}
