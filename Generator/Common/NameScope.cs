namespace StaticNets.Generator.Common;

/// <summary>
/// The names of one declaration space of emitted code. Each stands for one thing: whoever wants a name that is taken gets another, which
/// follows from the order of asking alone, and so is the same in every run.
/// </summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<object, string> _names = new();

    /// <param name="reserved">What the code calls things that are there whatever the net is.</param>
    public NameScope(IEnumerable<string> reserved)
    {
        _taken.UnionWith(reserved);
    }

    /// <summary>Whether the name stands for something.</summary>
    public bool Has(string name) => _taken.Contains(name);

    /// <summary>Takes a name unless it stands for something.</summary>
    public bool TryReserve(string name) => _taken.Add(name);

    /// <summary>The name of a thing: the one that was wanted the first time, unless that stood for something else already.</summary>
    /// <param name="thing">A key, compared by value.</param>
    /// <param name="wanted">What it should be called.</param>
    /// <param name="otherwise">What else, where that is taken; numbers come behind it.</param>
    public string Of(object thing, string wanted, string? otherwise = null)
    {
        if (!_names.TryGetValue(thing, out string? name))
        {
            name = Reserve(wanted, otherwise);
            _names.Add(thing, name);
        }

        return name;
    }

    /// <summary>A name for a thing that keeps it in mind itself.</summary>
    /// <param name="wanted">What it should be called.</param>
    /// <param name="otherwise">What else, where that is taken; numbers come behind it.</param>
    public string Reserve(string wanted, string? otherwise = null)
    {
        string stem = _taken.Contains(wanted) && otherwise is not null ? otherwise : wanted;
        string name = stem;
        for (int i = 2; !_taken.Add(name); i++)
        {
            name = stem + Literal.Int(i);
        }

        return name;
    }
}
