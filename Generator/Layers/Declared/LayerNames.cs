using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Core;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>
/// The layers' names: the user's, else Keras' snake_case of the kind, numbered from the second of a kind on. Inside a block names begin
/// with the block's, and are numbered in it.
/// </summary>
internal sealed class LayerNames
{
    private readonly List<string> _names = new();
    private readonly Dictionary<int, string> _blocks = new();
    private readonly Dictionary<string, int> _counts = new();

    // A layer in a wrapper lends its name to the wrapper's parts, and nobody can read it.
    private readonly List<string?> _readable = new();

    public LayerNames(NetSpec spec, LayerLabels labels, Problems problems)
    {
        var used = new HashSet<string>();
        var faulty = new HashSet<int>();
        for (int i = 0; i < spec.Layers.Count; i++)
        {
            AttributeSpec attribute = spec.Layers[i];
            ProblemSink sink = problems.For(i);
            string label = labels.Of(i, attribute.Kind);
            string? given = new ArgumentReader(attribute, sink, label).Text("Name");
            string stem = attribute.Kind == "Input" ? InputLayer.DefaultName : Identifier.Snake(attribute.Kind);
            string name = InBlock(attribute.Block, given ?? Numbered(attribute.Block, stem));
            if (Fault(name, used) is string fault && faulty.Add(attribute.Declared))
            {
                sink.Add(ArgumentDiagnostics.BadName(label, name, fault, given is null ? null : "Name"));
            }

            bool isWrapped = i > 0 && WrapperCatalogue.Contains(spec.Layers[i - 1].Kind);
            _names.Add(name);
            _readable.Add(isWrapped ? null : name);
        }
    }

    /// <summary>The name of a block, by which its last layer is known, too.</summary>
    public string Block(BlockScope block)
    {
        if (!_blocks.TryGetValue(block.Id, out string? name))
        {
            string own = block.Name is null ? Numbered(block.Outer, Identifier.Snake(block.Kind))
                : block.Repetition == 0 ? block.Name
                : block.Name + "_" + Literal.Int(block.Repetition);
            name = InBlock(block.Outer, own);
            _blocks.Add(block.Id, name);
        }

        return name;
    }

    /// <summary>A name as seen from inside a block, in the net.</summary>
    public string InBlock(BlockScope? block, string name) => block is null ? name : Block(block) + "_" + name;

    public string this[int index] => _names[index];

    /// <summary>The names above a layer, as messages list them: <c>'input_layer', 'dense'</c>; of many the last.</summary>
    public string Above(int index)
    {
        const int Most = 6;
        int first = System.Math.Max(0, index - Most);
        IEnumerable<string?> above = _readable.Take(index).Skip(first);
        string names = string.Join(", ", above.Where(name => name is not null).Select(name => "'" + name + "'"));
        return first == 0 ? names : "…, " + names;
    }

    /// <summary>Whether a layer above has the name.</summary>
    public bool Before(int index, string name) => _readable.Take(index).Contains(name);

    /// <summary>Whether the layer itself or one below has the name.</summary>
    public bool AtOrAfter(int index, string name) => _readable.Skip(index).Contains(name);

    private static string? Fault(string name, HashSet<string> used)
    {
        if (name.Trim().Length == 0)
        {
            return "is empty";
        }

        // Names are keys of weight files, and a slash divides layer and weight there.
        if (name.Contains('/') || name.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
        {
            return "has a slash or a line break";
        }

        return used.Add(name) ? null : "is taken";
    }

    private string Numbered(BlockScope? block, string stem)
    {
        string key = block is null ? stem : Literal.Int(block.Id) + "/" + stem;
        _counts.TryGetValue(key, out int count);
        _counts[key] = count + 1;
        return count == 0 ? stem : stem + "_" + Literal.Int(count);
    }
}
