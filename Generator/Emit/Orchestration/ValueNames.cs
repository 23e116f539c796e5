using System.Collections.Generic;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>What emitted code calls the values of a net's graphs, and the layers of its weights: the stems of variables and constants.</summary>
internal sealed class ValueNames
{
    private readonly Dictionary<string, string> _variables = new();
    private readonly NameScope _used = new([]);

    /// <param name="graphs">The graphs of a net. What has one name in all of them is called the same.</param>
    public ValueNames(IEnumerable<Graph> graphs)
    {
        foreach (Graph graph in graphs)
        {
            foreach (Weight weight in graph.Weights)
            {
                Variable(weight.Layer);
            }

            foreach (Operation operation in graph.Operations)
            {
                Variable(operation.Result.Name);
            }
        }
    }

    /// <summary>The stem of variables: <c>conv2d_1</c>.</summary>
    public string Variable(Value value) => Variable(value.Name);

    /// <summary>The stem of constants and methods: <c>Conv2d1</c>.</summary>
    public string Constant(Value value) => Identifier.Pascal(Variable(value.Name));

    /// <summary>The same of a weight's layer.</summary>
    public string Constant(Weight weight) => Identifier.Pascal(Variable(weight.Layer));

    private string Variable(string name)
    {
        if (!_variables.TryGetValue(name, out string? variable))
        {
            variable = Identifier.Variable(name, _used);
            _variables.Add(name, variable);
        }

        return variable;
    }
}
