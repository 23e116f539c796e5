using Microsoft.CodeAnalysis;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Declaration.Parsing;

/// <summary>
/// A problem of the declaration itself and where it stands. The location is the analyzer's; it never enters the cached model.
/// </summary>
internal sealed record LocatedProblem(Problem Problem, Location Location);
