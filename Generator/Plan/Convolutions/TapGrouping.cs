using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>
/// Which rows of the kernel's gradient, (tap, channel) pairs, one tile may hold: all where they are few, those of a kernel row where they
/// stand in one run, else those of one tap.
/// </summary>
internal sealed class TapGrouping
{
    // With few channels and filters all taps fit in registers at once.
    private const int MostRows = 25;

    private readonly ConvolutionShape _shape;
    private readonly long _rowFloats;

    /// <param name="shape">The convolution.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="rowFloats">Floats of a row of the input as it is read.</param>
    /// <param name="isWhole">Whether one tile holds all rows.</param>
    private TapGrouping(ConvolutionShape shape, int groups, long rowFloats, bool isWhole)
    {
        _shape = shape;
        _rowFloats = rowFloats;
        Groups = groups;
        Rows = shape.Vertical.Window * shape.Horizontal.Window * shape.GroupChannels / groups;
        IsWhole = isWhole;
        IsTapByTap = groups == shape.Vertical.Window * shape.Horizontal.Window && groups > 1;
    }

    /// <summary>Groups of rows: 1, the kernel's rows, or its taps.</summary>
    public int Groups { get; }

    /// <summary>Rows of a group.</summary>
    public int Rows { get; }

    /// <summary>Whether each group is one tap.</summary>
    public bool IsTapByTap { get; }

    /// <summary>Columns of the kernel.</summary>
    public int KernelColumns => _shape.Horizontal.Window;

    /// <summary>Whether one tile holds all rows, from several rows of the image.</summary>
    public bool IsWhole { get; }

    public static TapGrouping Of(ConvolutionShape shape, Flavour flavour, long rowFloats)
    {
        int taps = shape.Vertical.Window * shape.Horizontal.Window;
        int rows = taps * shape.GroupChannels;
        bool fewRows = rows <= TileShape.Choose(flavour, rows, shape.GroupFilters, mostRows: MostRows).Rows;
        bool isScattered = (shape.Horizontal.Dilation > 1 || shape.Groups > 1) && shape.Horizontal.Window > 1;
        return new TapGrouping(shape, fewRows ? 1 : isScattered ? taps : shape.Vertical.Window, rowFloats, fewRows);
    }

    /// <summary>Where the value of a row stands, where one tile holds all.</summary>
    public int WholeOffset(int row)
    {
        int tap = row / _shape.GroupChannels;
        int down = tap / _shape.Horizontal.Window * _shape.Vertical.Dilation;
        int right = tap % _shape.Horizontal.Window * _shape.Horizontal.Dilation;
        return (int)((down * _rowFloats) + ((long)right * _shape.Channels) + (row % _shape.GroupChannels));
    }
}
