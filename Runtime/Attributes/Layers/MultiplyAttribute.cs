namespace StaticNets;

/// <summary>
/// The product of layers, value by value. An axis of size 1 serves all positions of the others': (H, W, C) * (1, 1, C), as
/// squeeze and excitation has it.
/// </summary>
/// <param name="inputs">The names of the layers to read, in order. One name means the layer above and that one.</param>
public sealed class MultiplyAttribute(params string[] inputs) : MergeAttribute(inputs);
