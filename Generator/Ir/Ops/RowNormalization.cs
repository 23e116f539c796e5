namespace StaticNets.Generator.Ir.Ops;

/// <summary>The last axes of each sample normalized, row by row.</summary>
internal sealed record RowNormalization : UnaryOperation
{
    public required RowStatistic Statistic { get; init; }

    /// <summary>Values that are normalized together.</summary>
    public required int Size { get; init; }

    public required double Epsilon { get; init; }

    /// <summary>What multiplies each value of a row, or null.</summary>
    public required Weight? Scale { get; init; }

    /// <summary>What is added to each value of a row, or null.</summary>
    public required Weight? Center { get; init; }

    /// <summary>Rows of each sample.</summary>
    public int Rows => OfStep(X).Size / Size;

    public override string Kind => "row_normalization";

    public override IReadOnlyList<Weight> Weights => (Scale, Center) switch
    {
        ({ } scale, { } center) => [scale, center],
        ({ } scale, null) => [scale],
        (null, { } center) => [center],
        _ => [],
    };

    public override bool BackwardReadsOperands => true;

    public override IEnumerable<Setting> Settings =>
    [
        new("statistic", Statistic.ToString()),
        new("size", Literal.Int(Size)),
        new("epsilon", Literal.Short(Epsilon)),
    ];
}
