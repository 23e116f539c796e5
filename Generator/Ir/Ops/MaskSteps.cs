namespace StaticNets.Generator.Ir.Ops;

/// <summary>
/// 1 for each step of a sequence that has another value than a given one, else 0: the mask of a masking, and of steps that are sequences
/// themselves and become one value, which count if any part of them does.
/// </summary>
internal sealed record MaskSteps : UnaryOperation
{
    /// <summary>The value of steps that don't count.</summary>
    public required double MaskValue { get; init; }

    public override string Kind => "mask_steps";

    public override bool HasGradient => false;

    public override IEnumerable<Setting> Settings => [new("value", Literal.Short(MaskValue))];
}
