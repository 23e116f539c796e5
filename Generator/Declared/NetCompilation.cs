using System.Collections.Generic;
using StaticNets.Generator.Model;

namespace StaticNets.Generator.Declared;

/// <summary>What the graph stage makes of a declaration: the graph, or the reasons why there is none.</summary>
/// <param name="Graph">The graph with all shapes, or null where anything is wrong.</param>
/// <param name="Problems">What is wrong, and advice.</param>
internal sealed record NetCompilation(NetGraph? Graph, IReadOnlyList<Problem> Problems);
