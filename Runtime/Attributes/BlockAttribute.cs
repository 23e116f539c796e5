namespace StaticNets;

/// <summary>
/// Several layers under one name. Derive a class from it, put the layers' attributes on that class, and use the class as an attribute of
/// nets: <c>[Residual(32)]</c>. The layers may be written with <see cref="Block.Filters"/>, <see cref="Block.Strides"/> and
/// <see cref="Block.Input"/>, which each use replaces. Names inside a block belong to the use: the layer <c>conv2d</c> of
/// <c>[Residual(32, Name = "first")]</c> is <c>first_conv2d</c> in the net, and <c>From = "first"</c> reads the block's last layer. Blocks
/// may contain blocks. Constructors are read from their source: what they pass on to the base class or assign to properties must be a
/// parameter, a constant or a product of these.
/// </summary>
public abstract class BlockAttribute : LayerAttribute
{
    /// <summary>A block without sizes.</summary>
    protected BlockAttribute()
    {
    }

    /// <summary>A block with a number of filters.</summary>
    /// <param name="filters">What <see cref="Block.Filters"/> stands for.</param>
    protected BlockAttribute(int filters) => Filters = filters;

    /// <summary>What <see cref="Block.Filters"/> stands for in the block's layers.</summary>
    public int Filters { get; set; }

    /// <summary>
    /// What <see cref="Block.Strides"/> stands for in the block's layers; from the second repetition on it stands for 1. Default 1.
    /// </summary>
    public int Strides { get; set; } = 1;

    /// <summary>How many times the block stands in the net, each reading the one before. Default 1.</summary>
    public int Repeat { get; set; } = 1;
}
