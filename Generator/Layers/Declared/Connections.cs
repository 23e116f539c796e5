using StaticNets.Generator.Declaration;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>Who reads whom: finds the layer above, and layers by name as they are seen from inside or outside of blocks.</summary>
internal sealed class Connections(NetSpec spec, LayerNames names)
{
    private readonly Dictionary<string, Node> _byName = new();
    private readonly BlockScopes _blocks = new(spec);
    private Node? _last;

    /// <summary>Begins the blocks whose first layer this is.</summary>
    /// <returns>The block whose <c>From</c> names no layer above it, or null.</returns>
    public BlockScope? Begin(int index)
    {
        foreach (BlockScope block in _blocks.BeginningAt(index))
        {
            Node? above = block.Outer is { } outer && _blocks.BeginningAt(index).Contains(outer) ? _blocks.InputOf(outer) : _last;
            Node? input = block.From is null ? above : Find(block.Outer, block.From);
            if (block.From is not null && input is null)
            {
                return block;
            }

            _blocks.Begin(block, input);
        }

        return null;
    }

    /// <summary>The layer that one reads which names none: the one above, or what its block reads.</summary>
    public Node? Above(int index) => _blocks.BeginningAt(index).LastOrDefault() is { } block ? _blocks.InputOf(block) : _last;

    /// <summary>A layer above by its name.</summary>
    public Node? Find(int index, string name) => Find(spec.Layers[index].Block, name);

    /// <summary>A layer by its name, as it is known outside of blocks.</summary>
    public Node? Find(string name) => Find(block: null, name);

    /// <summary>Makes a layer known to those below it, and as the end of its blocks.</summary>
    public void Add(int index, Node node)
    {
        _last = node;
        _byName[node.Name] = node;
        foreach (BlockScope block in _blocks.EndingAt(index))
        {
            _byName[names.Block(block)] = node;
            if (block is { Name: { } name, Repetition: > 0 })
            {
                _byName[names.InBlock(block.Outer, name)] = node;
            }
        }
    }

    private Node? Find(BlockScope? block, string name)
    {
        if (name == BlockScopes.InputName && block is not null)
        {
            return _blocks.InputOf(block);
        }

        for (; block is not null; block = block.Outer)
        {
            if (_byName.TryGetValue(names.InBlock(block, name), out Node? inner))
            {
                return inner;
            }
        }

        return _byName.TryGetValue(name, out Node? node) ? node : null;
    }
}
