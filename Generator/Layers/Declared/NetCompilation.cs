using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>What becomes of a declaration: the layers and their operations, or the reasons why there are none.</summary>
/// <param name="Graph">The layers with all shapes, or null where anything is wrong.</param>
/// <param name="Lowered">What they compute, or null where anything is wrong.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record NetCompilation(NetGraph? Graph, Graph? Lowered, IReadOnlyList<Problem> Problems);
