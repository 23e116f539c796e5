namespace StaticNets.Generator.Ir.Ops;

/// <summary>Each channel normalized: by the batch's statistics, or by the moving averages of these.</summary>
internal sealed record BatchNormalization : ActivatedOperation
{
    /// <summary>What multiplies each channel, or null.</summary>
    public required Weight? Gamma { get; init; }

    /// <summary>What is added to each channel, or null.</summary>
    public required Weight? Beta { get; init; }

    public required Weight MovingMean { get; init; }

    public required Weight MovingVariance { get; init; }

    public required double Momentum { get; init; }

    public required double Epsilon { get; init; }

    /// <summary>Whether it normalizes by the moving averages: in inference, and where it is frozen.</summary>
    public required bool UsesMovingStatistics { get; init; }

    /// <summary>Positions of a sample.</summary>
    public int Rows => OfStep(X).Rows;

    public int Channels => X.Shape.Last;

    public override string Kind => "batch_normalization";

    public override Operation InInference => UsesMovingStatistics ? this : this with { UsesMovingStatistics = true, Mask = null };

    public override IReadOnlyList<Weight> Weights
    {
        get
        {
            var weights = new List<Weight>();
            if (Gamma is not null)
            {
                weights.Add(Gamma);
            }

            if (Beta is not null)
            {
                weights.Add(Beta);
            }

            weights.Add(MovingMean);
            weights.Add(MovingVariance);
            return weights;
        }
    }

    public override bool BackwardReadsOperands => !UsesMovingStatistics;

    public override long MultiplyAdds => X.Shape.Size;

    public override IEnumerable<Setting> Settings =>
    [
        .. base.Settings,
        new("epsilon", Literal.Short(Epsilon)),
        new("statistics", UsesMovingStatistics ? "moving" : "batch"),
    ];
}
