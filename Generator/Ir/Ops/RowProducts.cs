namespace StaticNets.Generator.Ir.Ops;

/// <summary>Each row of one value times each row of another, over the last axes.</summary>
internal sealed record RowProducts : Operation
{
    public required Value First { get; init; }

    public required Value Second { get; init; }

    public override string Kind => "row_products";

    public override IReadOnlyList<Operand> Operands => [new("x0", First), new("x1", Second)];

    public override Operation Map(Func<Value, Value> map) => this with { First = map(First), Second = map(Second) };

    public override bool BackwardReadsOperands => true;

    /// <summary>Values of a row.</summary>
    public int Depth => OfStep(First).Last;

    public int Rows => OfStep(First).Rows;

    public int Columns => OfStep(Second).Rows;

    public override long MultiplyAdds => (long)Rows * Columns * Depth * Steps;
}
