namespace StaticNets;

/// <summary>
/// What the layers of a <see cref="BlockAttribute"/> are written with. Each use of the block puts its own values in their places.
/// </summary>
public static class Block
{
    /// <summary>The block's <see cref="BlockAttribute.Filters"/>. Multiples work, too: <c>[Conv2D(4 * Block.Filters, 1)]</c>.</summary>
    public const int Filters = -1_000_003;

    /// <summary>The block's <see cref="BlockAttribute.Strides"/>.</summary>
    public const int Strides = -1_000_033;

    /// <summary>The name of what the block reads: <c>[Add(Block.Input)]</c>.</summary>
    public const string Input = "$block.input";
}
