namespace StaticNets.Generator.Ir;

/// <summary>A value that an operation reads, under the name that it has there.</summary>
/// <param name="Name">As in formulas: <c>x</c>, <c>mask</c>.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Operand(string Name, Value Value);

/// <summary>What an operation is told beside its operands, for printed graphs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value as text.</param>
internal readonly record struct Setting(string Name, string Value);
