using System.Collections.Generic;

namespace StaticNets.Tests.Reference;

/// <summary>One use of a block while its layers are read: what its names belong to, and what stands in the places of its constants.</summary>
internal sealed class ReferenceBlock(string name, int input, int filters, int strides, bool frozen, ReferenceBlock? outer)
{
    public string Name => name;

    /// <summary>The node that it reads.</summary>
    public int Input => input;

    public bool IsFrozen => frozen || outer is { IsFrozen: true };

    public ReferenceBlock? Outer => outer;

    public KerasNames Names { get; } = new();

    /// <summary>A number of the block's layers as the use means it.</summary>
    public int Replace(int value)
    {
        int replaced = value < 0 && value % Block.Filters == 0 ? value / Block.Filters * filters
            : value < 0 && value % Block.Strides == 0 ? value / Block.Strides * strides
            : value;
        return outer?.Replace(replaced) ?? replaced;
    }

    /// <summary>The block and those around it, from the inside.</summary>
    public static IEnumerable<ReferenceBlock> Around(ReferenceBlock? block)
    {
        for (; block is not null; block = block.Outer)
        {
            yield return block;
        }
    }
}
