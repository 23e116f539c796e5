namespace StaticNets.Serialization;

/// <summary>An array of floats from a file, in row-major order.</summary>
internal sealed record NamedArray(string Name, int[] Shape, float[] Values);
