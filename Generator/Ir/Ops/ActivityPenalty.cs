namespace StaticNets.Generator.Ir.Ops;

/// <summary>
/// <c>l1 sum |x| + l2 sum x^2</c> of each sample, which nobody reads but the trainer. Its derivative joins the gradient that the readers of
/// x have left.
/// </summary>
internal sealed record ActivityPenalty : UnaryOperation
{
    public required Penalty Penalty { get; init; }

    public override string Kind => "activity_penalty";

    /// <summary>Nothing comes back from the result, so it has no gradient to keep.</summary>
    public override bool HasGradient => false;

    public override Operation? InInference => null;

    public override bool BackwardReadsOperands => true;

    public override IEnumerable<Setting> Settings => [new("l1", Literal.Short(Penalty.L1)), new("l2", Literal.Short(Penalty.L2))];
}
