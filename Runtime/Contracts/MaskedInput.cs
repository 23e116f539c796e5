namespace StaticNets;

/// <summary>A piece of each sample that tells which steps of a sequence count: those that hold another value than a given one.</summary>
/// <param name="Offset">Where it begins in a sample, in floats.</param>
/// <param name="Steps">Steps of the sequence.</param>
/// <param name="Width">Values of a step.</param>
/// <param name="Value">What all values of a step that does not count are.</param>
public sealed record MaskedInput(int Offset, int Steps, int Width, float Value);
