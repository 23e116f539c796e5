namespace StaticNets.Generator.Ir;

/// <summary>An operation that reads one value.</summary>
internal abstract record UnaryOperation : Operation
{
    public required Value X { get; init; }

    public override IReadOnlyList<Operand> Operands => [new("x", X)];

    public override Operation Map(Func<Value, Value> map) => this with { X = map(X) };
}
