namespace StaticNets.Generator.Plan;

/// <summary>A buffer that an operation needs beside its operands and its result.</summary>
/// <param name="Name">Its name behind the operation's: <c>Winner</c>.</param>
/// <param name="Size">Floats: a sample, or in all.</param>
internal sealed record NamedBuffer(string Name, long Size);
