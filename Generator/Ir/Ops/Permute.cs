namespace StaticNets.Generator.Ir.Ops;

/// <summary>The same values with the axes in another order.</summary>
internal sealed record Permute : UnaryOperation
{
    /// <summary>The number of the operand's axis that each axis of the result is.</summary>
    public required IReadOnlyList<int> Axes { get; init; }

    public override string Kind => "permute";

    /// <summary>Whether only axes of size 1 move.</summary>
    public override bool IsView
    {
        get
        {
            int[] moved = [.. Axes.Where(axis => OfStep(X)[axis] > 1)];
            return moved.SequenceEqual(moved.OrderBy(axis => axis));
        }
    }

    public override IEnumerable<Setting> Settings => [new("axes", string.Join(" ", Axes.Select(axis => Literal.Int(axis))))];
}
