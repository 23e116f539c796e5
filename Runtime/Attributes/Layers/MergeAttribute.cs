namespace StaticNets;

/// <summary>A layer that reads several others.</summary>
/// <param name="inputs">The names of the layers to read, in order. One name means the layer above and that one.</param>
public abstract class MergeAttribute(params string[] inputs) : LayerAttribute
{
    /// <summary>The names of the layers to read, in order.</summary>
    public string[] Inputs { get; } = inputs;
}
