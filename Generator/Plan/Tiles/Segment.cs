namespace StaticNets.Generator.Plan.Tiles;

/// <summary>One row of a tile that takes part in a piece of the sum.</summary>
/// <param name="Row">The row of the tile.</param>
/// <param name="Offset">Where its first value stands, relative to the scalar operand's reference.</param>
internal readonly record struct ActiveRow(int Row, int Offset);

/// <summary>
/// A run of steps of the sum over which the same rows take part: at an edge some rows have no value under a kernel's tap, and such a tap is
/// simply left out for them. So an edge costs nothing and changes no order of summation.
/// </summary>
/// <param name="Rows">The rows that take part.</param>
/// <param name="VectorOffset">Where the first vectors stand, relative to the vector operand's reference.</param>
/// <param name="Steps">How many values are summed.</param>
internal sealed record Segment(IReadOnlyList<ActiveRow> Rows, int VectorOffset, int Steps)
{
    public bool SameAs(Segment other) => VectorOffset == other.VectorOffset && Steps == other.Steps && Rows.SequenceEqual(other.Rows);
}
