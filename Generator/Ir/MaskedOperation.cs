namespace StaticNets.Generator.Ir;

/// <summary>An operation that reads one value and, where its steps may be masked, which of them count.</summary>
internal abstract record MaskedOperation : UnaryOperation
{
    /// <summary>Not 0 for each step that counts, or null where all do.</summary>
    public Value? Mask { get; init; }

    public override IReadOnlyList<Operand> Operands => Mask is { } mask ? [new("x", X), new("mask", mask)] : [new("x", X)];

    public override Operation Map(Func<Value, Value> map) => this with { X = map(X), Mask = Mask is { } mask ? map(mask) : null };
}
