using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>
/// What emitted code calls the values of a net's graphs, and the layers of its weights: the stems of variables and constants.
/// </summary>
internal sealed class ValueNames
{
    private readonly Dictionary<string, string> _stems = new();
    private readonly NameScope _used = new([]);

    /// <param name="graphs">The graphs of a net. What has one name in all of them is called the same.</param>
    public ValueNames(IEnumerable<Graph> graphs)
    {
        foreach (Graph graph in graphs)
        {
            foreach (Weight weight in graph.Weights)
            {
                Stem(weight.Layer);
            }

            foreach (Operation operation in graph.Operations)
            {
                Stem(operation.Result.Name);
            }
        }
    }

    /// <summary>The stem of variables: <c>conv2d1</c>.</summary>
    public string Variable(Value value) => Identifier.Camel(Stem(value.Name));

    /// <summary>The stem of constants and methods: <c>Conv2d1</c>.</summary>
    public string Constant(Value value) => Identifier.Pascal(Stem(value.Name));

    /// <summary>The variable of a weight: <c>conv2d1Kernel</c>.</summary>
    public string Variable(Weight weight) => Identifier.Camel(Stem(weight.Layer)) + Identifier.Pascal(weight.Tensor.Name);

    /// <summary>The constant of a weight: <c>Conv2d1Kernel</c>.</summary>
    public string Constant(Weight weight) => Identifier.Pascal(Stem(weight.Layer)) + Identifier.Pascal(weight.Tensor.Name);

    private string Stem(string name)
    {
        if (!_stems.TryGetValue(name, out string? stem))
        {
            stem = Identifier.Variable(name, _used);
            _stems.Add(name, stem);
        }

        return stem;
    }
}
