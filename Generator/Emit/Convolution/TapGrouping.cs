using StaticNets.Generator.Emit.Tiles;

namespace StaticNets.Generator.Emit.Convolution;

/// <summary>
/// Which rows of the kernel's gradient, (tap, channel) pairs, one tile may hold: all where they are few, those of a kernel row where no padding is in
/// the way and they stand in one run, else those of one tap.
/// </summary>
internal sealed class TapGrouping
{
    private readonly ConvolutionShape _shape;

    private TapGrouping(ConvolutionShape shape, int groups)
    {
        _shape = shape;
        Groups = groups;
        Rows = shape.Vertical.Window * shape.Horizontal.Window * shape.Channels / groups;
        IsWhole = groups == 1 && shape.Vertical.Window > 1;
        IsTapByTap = groups == shape.Vertical.Window * shape.Horizontal.Window && groups > 1;
    }

    /// <summary>Groups of rows: 1, the kernel's rows, or its taps.</summary>
    public int Groups { get; }

    /// <summary>Rows of a group.</summary>
    public int Rows { get; }

    /// <summary>Whether one tile holds all rows, from several rows of the image.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether each tap is a group, with its own range of results.</summary>
    public bool IsTapByTap { get; }

    public static TapGrouping Of(ConvolutionShape shape, Flavour flavour)
    {
        int taps = shape.Vertical.Window * shape.Horizontal.Window;
        if (shape.Vertical.IsPadded || shape.Horizontal.IsPadded || (shape.Horizontal.Dilation > 1 && shape.Horizontal.Window > 1))
        {
            return new TapGrouping(shape, taps);
        }

        bool fewRows = taps * shape.Channels <= TileShape.Choose(flavour, taps * shape.Channels, shape.Filters).Rows;
        return new TapGrouping(shape, fewRows ? 1 : shape.Vertical.Window);
    }

    /// <summary>Input rows from a result's first row to the group's.</summary>
    public string VerticalTap(int dilation) => IsTapByTap ? At.Times("kh", dilation) : Groups > 1 ? At.Times("group", dilation) : "0";

    /// <summary>Input columns from a result's first column to the group's.</summary>
    public string HorizontalTap(int dilation) => IsTapByTap ? At.Times("kw", dilation) : "0";

    /// <summary>Where the value of a row stands, where one tile holds all.</summary>
    public int WholeOffset(int row)
    {
        int run = _shape.Horizontal.Window * _shape.Channels;
        return (row / run * _shape.Vertical.Dilation * _shape.Horizontal.Input * _shape.Channels) + (row % run);
    }
}
