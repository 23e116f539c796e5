using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>A convolution as its kernels see it: (H, W, C) x (KH, KW, C, K) -> (OH, OW, K), pooled where a pooling is fused.</summary>
internal sealed record ConvolutionShape
{
    public required WindowAxis Vertical { get; init; }

    public required WindowAxis Horizontal { get; init; }

    /// <summary>Input channels: C.</summary>
    public required int Channels { get; init; }

    /// <summary>Output channels: K.</summary>
    public required int Filters { get; init; }

    /// <summary>
    /// Groups of channels that are convolved for themselves. A kernel computes one, between whose pixels those of the others stand.
    /// </summary>
    public int Groups { get; init; } = 1;

    /// <summary>Input channels that a result sums over.</summary>
    public int GroupChannels => Channels / Groups;

    /// <summary>Output channels of a group.</summary>
    public int GroupFilters => Filters / Groups;

    public required bool UseBias { get; init; }

    public required Activation Activation { get; init; }

    /// <summary>The window of the fused max-pooling, or null. Outputs that it doesn't read are not computed.</summary>
    public (int Vertical, int Horizontal)? Pool { get; init; }

    public int KernelSize => Vertical.Window * Horizontal.Window * GroupChannels * Filters;

    public Shape Input => new(Vertical.Input, Horizontal.Input, Channels);

    /// <summary>The results before pooling.</summary>
    public Shape Convolved => new(Vertical.Output, Horizontal.Output, Filters);

    /// <summary>What leaves the layer.</summary>
    public Shape Output => Pool is (int vertical, int horizontal)
        ? new(Vertical.Output / vertical, Horizontal.Output / horizontal, Filters)
        : Convolved;

    /// <summary>The results that are computed.</summary>
    public Shape Computed => new(ComputedRows, ComputedColumns, Filters);

    /// <summary>Columns of results that are computed.</summary>
    public int ComputedColumns => Pool is (_, int horizontal) ? Horizontal.Output / horizontal * horizontal : Horizontal.Output;

    /// <summary>Rows of results that are computed.</summary>
    public int ComputedRows => Pool is (int vertical, _) ? Vertical.Output / vertical * vertical : Vertical.Output;
}
