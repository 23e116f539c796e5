namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>Lanes of the vector operand count where another value, at the same place, equals a given one.</summary>
/// <param name="Reference">The other values' reference, which moves as the vector operand does.</param>
/// <param name="Value">The value, as a vector.</param>
internal sealed record Gate(string Reference, string Value);

/// <summary>How the operands move from one step of a sum to the next.</summary>
/// <param name="ScalarStep">Floats from a broadcast value to the next.</param>
/// <param name="VectorStep">Floats from a row of vectors to the next.</param>
internal readonly record struct Stride(int ScalarStep, int VectorStep);
