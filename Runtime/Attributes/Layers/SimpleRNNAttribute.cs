namespace StaticNets;

/// <summary>
/// <c>h = activation(x w + h' u + b)</c>, where h' is the state before the step (Elman, 1990). The activation is tanh unless given.
/// </summary>
/// <param name="units">The size of the state.</param>
public sealed class SimpleRNNAttribute(int units) : RecurrentLayerAttribute(units);
