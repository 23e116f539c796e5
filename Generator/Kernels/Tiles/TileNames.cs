namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>What the tile's variables are called in the emitted code.</summary>
/// <param name="Result">The results, summed in registers: <c>y</c>, <c>dx</c>, <c>dw</c>.</param>
/// <param name="Scalar">The operand whose values are broadcast: <c>x</c>, <c>dy</c>.</param>
/// <param name="Vector">The operand whose vectors are loaded: <c>w</c>, <c>dy</c>.</param>
internal sealed record TileNames(string Result, string Scalar, string Vector);
