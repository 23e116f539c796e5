namespace StaticNets;

/// <summary>
/// The smallest of the layers' values at each place. Of equal ones the first takes the gradient. An axis of size 1 serves all
/// positions of the others'.
/// </summary>
/// <param name="inputs">The names of the layers to read, in order. One name means the layer above and that one.</param>
public sealed class MinimumAttribute(params string[] inputs) : MergeAttribute(inputs);
