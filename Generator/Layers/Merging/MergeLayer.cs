namespace StaticNets.Generator.Layers.Merging;

/// <summary>A layer that reads several others, named by position.</summary>
internal abstract class MergeLayer(IReadOnlyList<string?> inputNames) : Layer
{
    public sealed override IReadOnlyList<string?> InputNames { get; } = inputNames;
}
