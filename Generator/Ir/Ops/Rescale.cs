namespace StaticNets.Generator.Ir.Ops;

/// <summary><c>y = x * scale + offset</c>.</summary>
internal sealed record Rescale : UnaryOperation
{
    public required double Scale { get; init; }

    public required double Offset { get; init; }

    public override string Kind => "rescale";

    public override bool MayOverwriteOperand => true;

    public override IEnumerable<Setting> Settings => [new("scale", Literal.Short(Scale)), new("offset", Literal.Short(Offset))];
}
