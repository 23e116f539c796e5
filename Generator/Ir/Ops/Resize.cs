namespace StaticNets.Generator.Ir.Ops;

/// <summary>An image made larger by whole factors, by repeating its positions or by blending them.</summary>
internal sealed record Resize : UnaryOperation
{
    /// <summary>The operand as an image.</summary>
    public required Shape Image { get; init; }

    public required (int Vertical, int Horizontal) Factors { get; init; }

    public required bool IsBilinear { get; init; }

    public override string Kind => "resize";

    public override bool IsView => Factors == (1, 1);

    public override IEnumerable<Setting> Settings =>
    [
        new("factors", $"{Literal.Int(Factors.Vertical)}x{Literal.Int(Factors.Horizontal)}"),
        new("interpolation", IsBilinear ? "bilinear" : "nearest"),
    ];
}
