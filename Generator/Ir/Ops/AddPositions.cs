namespace StaticNets.Generator.Ir.Ops;

/// <summary><c>y = x + table</c>: a learned vector for each position.</summary>
internal sealed record AddPositions : UnaryOperation
{
    /// <summary>(T, C).</summary>
    public required Weight Table { get; init; }

    public override string Kind => "add_positions";

    public override IReadOnlyList<Weight> Weights => [Table];
}
