namespace StaticNets.Generator.Ir.Ops;

/// <summary>Groups of channels brought to mean 0 and variance 1 over all positions of a sample.</summary>
internal sealed record GroupNormalization : UnaryOperation
{
    public required int Groups { get; init; }

    public required double Epsilon { get; init; }

    /// <summary>What multiplies each channel, or null.</summary>
    public required Weight? Gamma { get; init; }

    /// <summary>What is added to each channel, or null.</summary>
    public required Weight? Beta { get; init; }

    public int Channels => X.Shape.Last;

    public int Positions => OfStep(X).Rows;

    public override string Kind => "group_normalization";

    public override IReadOnlyList<Weight> Weights => (Gamma, Beta) switch
    {
        ({ } gamma, { } beta) => [gamma, beta],
        ({ } gamma, null) => [gamma],
        (null, { } beta) => [beta],
        _ => [],
    };

    public override bool BackwardReadsOperands => true;

    public override IEnumerable<Setting> Settings => [new("groups", Literal.Int(Groups)), new("epsilon", Literal.Short(Epsilon))];
}
