using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Ir.Ops;

/// <summary>A convolution of an image: (H, W, C) x (KH, KW, C / groups, K) -> (OH, OW, K), pooled where a max-pooling is fused.</summary>
internal sealed record Convolution : WeightedOperation
{
    /// <summary>How the window moves over the height.</summary>
    public required WindowAxis Vertical { get; init; }

    /// <summary>How the window moves over the width.</summary>
    public required WindowAxis Horizontal { get; init; }

    /// <summary>Input channels: C.</summary>
    public required int Channels { get; init; }

    /// <summary>Output channels: K.</summary>
    public required int Filters { get; init; }

    /// <summary>Groups of channels that are convolved for themselves.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>The algorithm that the layer asks for: a member of <c>ConvolutionAlgorithm</c>.</summary>
    public required ConvolutionAlgorithm Algorithm { get; init; }

    /// <summary>The window of the fused max-pooling, or null. Results that it doesn't read are not computed.</summary>
    public (int Vertical, int Horizontal)? Pool { get; init; }

    public override string Kind => "convolution";

    /// <summary>Into how many pieces a row's sum falls: its taps, where padding or dilation keeps them apart, else one.</summary>
    public int PiecesOfARow => Horizontal.IsPadded || Horizontal.Dilation > 1 ? Horizontal.Window : 1;

    /// <summary>Rows of results that are computed.</summary>
    public int ComputedRows => Pool is (int vertical, _) ? Vertical.Output / vertical * vertical : Vertical.Output;

    /// <summary>Columns of results that are computed.</summary>
    public int ComputedColumns => Pool is (_, int horizontal) ? Horizontal.Output / horizontal * horizontal : Horizontal.Output;

    public override long MultiplyAdds => (long)ComputedRows * ComputedColumns * Kernel.Shape.Size * Steps;

    public override IEnumerable<Setting> Settings
    {
        get
        {
            foreach (Setting setting in base.Settings)
            {
                yield return setting;
            }

            yield return new("window", $"{Vertical} x {Horizontal}");
            if (Groups > 1)
            {
                yield return new("groups", Literal.Int(Groups));
            }

            if (Algorithm != ConvolutionAlgorithm.Auto)
            {
                yield return new("algorithm", Algorithm.ToString());
            }

            if (Pool is (int vertical, int horizontal))
            {
                yield return new("pool", $"{Literal.Int(vertical)}x{Literal.Int(horizontal)}");
            }
        }
    }
}
