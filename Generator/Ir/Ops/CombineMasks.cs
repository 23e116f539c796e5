namespace StaticNets.Generator.Ir.Ops;

/// <summary>
/// The mask of the steps that count in both of two masks: their product. Where the second is of whole steps, and the first of their parts,
/// it serves all of these.
/// </summary>
internal sealed record CombineMasks : Operation
{
    public required Value First { get; init; }

    public required Value Second { get; init; }

    public override string Kind => "combine_masks";

    public override IReadOnlyList<Operand> Operands => [new("x0", First), new("x1", Second)];

    public override Operation Map(Func<Value, Value> map) => this with { First = map(First), Second = map(Second) };

    public override bool HasGradient => false;
}
