namespace StaticNets;

/// <summary>The first layer minus the second, value by value. An axis of size 1 serves all positions of the other's.</summary>
/// <param name="inputs">The names of the layers to read, in order. One name means the layer above and that one.</param>
public sealed class SubtractAttribute(params string[] inputs) : MergeAttribute(inputs);
