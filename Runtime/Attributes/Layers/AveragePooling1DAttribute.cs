namespace StaticNets;

/// <summary>The mean of each window of steps, not counting padding: (T, C) becomes (T', C).</summary>
/// <param name="poolSize">The window's number of steps.</param>
public sealed class AveragePooling1DAttribute(int poolSize) : Pooling1DAttribute(poolSize);
