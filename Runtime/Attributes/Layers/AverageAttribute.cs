namespace StaticNets;

/// <summary>The mean of layers, value by value. An axis of size 1 serves all positions of the others'.</summary>
/// <param name="inputs">The names of the layers to read, in order. One name means the layer above and that one.</param>
public sealed class AverageAttribute(params string[] inputs) : MergeAttribute(inputs);
