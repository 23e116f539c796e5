namespace StaticNets.Generator.Ir.Ops;

/// <summary>An input of the net. Several stand one after the other in each sample.</summary>
internal sealed record Input : Operation
{
    /// <summary>Where it begins in a sample.</summary>
    public required int Offset { get; init; }

    /// <summary>Floats a sample of all inputs together.</summary>
    public required int SampleSize { get; init; }

    /// <summary>Whether the backward pass goes on to it.</summary>
    public bool WantsGradient { get; init; }

    public override string Kind => "input";

    public override IEnumerable<Setting> Settings => WantsGradient ? [new("gradient", "wanted")] : [];

    public override IReadOnlyList<Operand> Operands => [];

    public override Operation Map(Func<Value, Value> map) => this;
}
