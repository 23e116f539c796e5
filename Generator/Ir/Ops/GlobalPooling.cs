namespace StaticNets.Generator.Ir.Ops;

/// <summary>
/// The largest value, or the mean, of each channel over all positions: (…, C) -> (C). The mean may leave masked steps out.
/// </summary>
internal sealed record GlobalPooling : MaskedOperation
{
    public required PoolingFunction Function { get; init; }

    public override string Kind => "global_pooling";

    public override bool BackwardReadsOperands => Function == PoolingFunction.Max;

    public override bool BackwardReadsResult => Function == PoolingFunction.Max;

    public override IEnumerable<Setting> Settings => [new("function", Function.ToString())];
}
