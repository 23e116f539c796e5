namespace StaticNets.Generator.Ir.Ops;

/// <summary>An image with zeros around it, or without its margins.</summary>
internal sealed record Margin : UnaryOperation
{
    /// <summary>The image with the margins.</summary>
    public required Shape Outer { get; init; }

    public required Margins Margins { get; init; }

    /// <summary>Whether the margins are put around the operand, or taken off.</summary>
    public required bool IsAdded { get; init; }

    public override string Kind => IsAdded ? "pad" : "crop";

    public override bool IsView => Margins.IsNone;

    public override IEnumerable<Setting> Settings => [new("margins", Margins.ToString())];
}
