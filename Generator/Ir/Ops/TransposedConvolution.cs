namespace StaticNets.Generator.Ir.Ops;

/// <summary>
/// A transposed convolution: (H, W, C) x (KH, KW, K, C) -> (OH, OW, K). Each pixel is spread over those that a convolution from the output
/// would have read it from.
/// </summary>
internal sealed record TransposedConvolution : WeightedOperation
{
    /// <summary>How the window of the convolution that is turned round moves over the output's height.</summary>
    public required WindowAxis Vertical { get; init; }

    public required WindowAxis Horizontal { get; init; }

    /// <summary>Input channels: C.</summary>
    public required int Channels { get; init; }

    /// <summary>Output channels: K.</summary>
    public required int Filters { get; init; }

    public override string Kind => "transposed_convolution";

    /// <summary>The input channels, which stand behind each filter.</summary>
    public override int KernelRun => Channels;

    public override long MultiplyAdds => Vertical.Pairs * Horizontal.Pairs * Channels * Filters * Steps;

    public override IEnumerable<Setting> Settings => [.. base.Settings, new("window", $"{Vertical} x {Horizontal}")];
}
