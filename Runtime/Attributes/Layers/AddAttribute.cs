namespace StaticNets;

/// <summary>The sum of layers of the same shape.</summary>
/// <param name="inputs">The names of the layers to read, in order. One name means the layer above and that one.</param>
public sealed class AddAttribute(params string[] inputs) : MergeAttribute(inputs);
