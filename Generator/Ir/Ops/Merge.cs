namespace StaticNets.Generator.Ir.Ops;

/// <summary>
/// Each value from the operands' values at its place. An operand's axis of size 1, or one that is missing in front, serves all positions of
/// the others'.
/// </summary>
internal sealed record Merge : Operation
{
    public required MergeFunction Function { get; init; }

    public required IReadOnlyList<Value> Merged { get; init; }

    public override string Kind => "merge";

    public override IReadOnlyList<Operand> Operands => [.. Merged.Select((value, i) => new Operand("x" + Literal.Int(i), value))];

    public override Operation Map(Func<Value, Value> map) => this with { Merged = [.. Merged.Select(map)] };

    /// <summary>Whether the gradient of an operand depends on operands' values.</summary>
    public override bool BackwardReadsOperands => Function is MergeFunction.Multiply or MergeFunction.Maximum or MergeFunction.Minimum;

    public override IEnumerable<Setting> Settings => [new("function", Function.ToString())];
}

/// <summary>How values are merged.</summary>
internal enum MergeFunction
{
    Add,
    Subtract,
    Multiply,
    Average,
    Maximum,
    Minimum,
}
