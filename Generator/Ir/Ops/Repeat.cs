namespace StaticNets.Generator.Ir.Ops;

/// <summary>Each run of values several times in a row: a vector for each step of a sequence, or each channel.</summary>
internal sealed record Repeat : UnaryOperation
{
    public required int Times { get; init; }

    /// <summary>Whether each single value is repeated, else the whole sample.</summary>
    public required bool IsOfChannels { get; init; }

    public override string Kind => "repeat";

    public override bool IsView => Times == 1;

    public override IEnumerable<Setting> Settings => [new("times", Literal.Int(Times)), new("of", IsOfChannels ? "channels" : "samples")];
}
