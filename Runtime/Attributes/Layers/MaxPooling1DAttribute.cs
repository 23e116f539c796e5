namespace StaticNets;

/// <summary>
/// The largest value of each window of steps: (T, C) becomes (T', C). Where several are equal, the gradient goes to the first.
/// </summary>
/// <param name="poolSize">The window's number of steps.</param>
public sealed class MaxPooling1DAttribute(int poolSize = 2) : Pooling1DAttribute(poolSize);
