using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>What an operation has of a memory that is planned.</summary>
/// <param name="Origin">The layer that it comes from.</param>
/// <param name="What">What it is for, as messages say it: <c>its output for 32 samples</c>.</param>
/// <param name="Floats">Its size.</param>
/// <param name="End">How large the memory is with it and what came before.</param>
internal sealed record MemoryPiece(Origin Origin, string What, long Floats, long End);
