namespace StaticNets.Generator.Ir.Ops;

/// <summary>A convolution of each channel for itself: (H, W, C) x (KH, KW, C) -> (OH, OW, C).</summary>
internal sealed record DepthwiseConvolution : WeightedOperation
{
    public required WindowAxis Vertical { get; init; }

    public required WindowAxis Horizontal { get; init; }

    public required int Channels { get; init; }

    public override string Kind => "depthwise_convolution";

    public override long MultiplyAdds => (long)Vertical.Output * Horizontal.Output * Kernel.Shape.Size * Steps;

    public override IEnumerable<Setting> Settings => [.. base.Settings, new("window", $"{Vertical} x {Horizontal}")];
}
