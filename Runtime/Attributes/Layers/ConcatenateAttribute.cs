namespace StaticNets;

/// <summary>Layers side by side along one axis; the other axes must agree.</summary>
/// <param name="inputs">The names of the layers to read, in order. One name means the layer above and that one.</param>
public sealed class ConcatenateAttribute(params string[] inputs) : MergeAttribute(inputs)
{
    /// <summary>The axis, counting the batch as axis 0, or from the end when negative. Default -1, the channels.</summary>
    public int Axis { get; set; } = -1;
}
