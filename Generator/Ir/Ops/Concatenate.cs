namespace StaticNets.Generator.Ir.Ops;

/// <summary>Values side by side: of each of a number of rows a chunk of every operand, one after the other.</summary>
internal sealed record Concatenate : Operation
{
    public required IReadOnlyList<Value> Parts { get; init; }

    /// <summary>Rows of each sample: the product of the axes in front of the one that grows.</summary>
    public required int Rows { get; init; }

    public override string Kind => "concatenate";

    public override IReadOnlyList<Operand> Operands => [.. Parts.Select((value, i) => new Operand("x" + Literal.Int(i), value))];

    public override Operation Map(Func<Value, Value> map) => this with { Parts = [.. Parts.Select(map)] };

    public override IEnumerable<Setting> Settings => [new("rows", Literal.Int(Rows))];
}
