using StaticNets.Generator.Declaration;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>Where blocks begin and end, and what each reads.</summary>
internal sealed class BlockScopes(NetSpec spec)
{
    /// <summary>The name that stands for a block's input: <c>Block.Input</c>.</summary>
    public const string InputName = "$block.input";

    private readonly Dictionary<int, Node?> _inputs = new();

    /// <summary>The blocks that begin with a layer, from the outermost.</summary>
    public IEnumerable<BlockScope> BeginningAt(int index)
    {
        var beginning = new Stack<BlockScope>();
        for (BlockScope? block = spec.Layers[index].Block; block is not null; block = block.Outer)
        {
            if (index == 0 || !Contains(index - 1, block))
            {
                beginning.Push(block);
            }
        }

        return beginning;
    }

    /// <summary>The blocks that end with a layer.</summary>
    public IEnumerable<BlockScope> EndingAt(int index)
    {
        for (BlockScope? block = spec.Layers[index].Block; block is not null; block = block.Outer)
        {
            if (index + 1 == spec.Layers.Count || !Contains(index + 1, block))
            {
                yield return block;
            }
        }
    }

    /// <summary>The layer that a block reads, once it has begun.</summary>
    public Node? InputOf(BlockScope block) => _inputs.TryGetValue(block.Id, out Node? input) ? input : null;

    public void Begin(BlockScope block, Node? input) => _inputs[block.Id] = input;

    private bool Contains(int index, BlockScope block)
    {
        for (BlockScope? other = spec.Layers[index].Block; other is not null; other = other.Outer)
        {
            if (other.Id == block.Id)
            {
                return true;
            }
        }

        return false;
    }
}
