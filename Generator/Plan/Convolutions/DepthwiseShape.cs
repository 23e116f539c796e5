using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>A depthwise convolution as its kernels see it: (H, W, C) x (KH, KW, C) -> (OH, OW, C).</summary>
internal sealed record DepthwiseShape
{
    public required WindowAxis Vertical { get; init; }

    public required WindowAxis Horizontal { get; init; }

    public required int Channels { get; init; }

    public required bool UseBias { get; init; }

    public required Activation Activation { get; init; }

    public Shape Input => new(Vertical.Input, Horizontal.Input, Channels);

    public Shape Output => new(Vertical.Output, Horizontal.Output, Channels);

    public Shape Kernel => new(Vertical.Window, Horizontal.Window, Channels);

    /// <summary>A row of results cut into tiles. Places are counted in pixels, taps from left to right.</summary>
    public RowTiling OutputTiling => new()
    {
        Positions = Horizontal.Output,
        Taps = Horizontal.Window,
        StepsPerTap = 1,
        VectorStep = 1,
        ScalarOffset = (position, tap) => Horizontal.Covers(position, tap) ? Horizontal.Position(position, tap) : null,
        Period = 1,
        PeriodOffset = Horizontal.Stride,
        ShortestRun = Horizontal.Input / Horizontal.Stride,
    };

    /// <summary>
    /// A row of the input's gradient cut into tiles. Taps are counted from right to left, so that the results they belong
    /// to go from left to right.
    /// </summary>
    public RowTiling InputTiling => new()
    {
        Positions = Horizontal.Input,
        Taps = Horizontal.Window,
        StepsPerTap = 1,
        VectorStep = 1,
        ScalarOffset = (position, tap) => Horizontal.Result(position, Horizontal.Window - 1 - tap),
        Period = Horizontal.Stride,
        PeriodOffset = 1,
        ShortestRun = Horizontal.Output * Horizontal.Stride,
    };
}
