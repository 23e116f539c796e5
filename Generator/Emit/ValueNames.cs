using System.Collections.Generic;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Emit;

/// <summary>What emitted code calls the values and weights of a graph.</summary>
internal sealed class ValueNames
{
    private readonly Dictionary<Value, string> _variables = new();
    private readonly Dictionary<string, string> _ofLayers = new();
    private readonly HashSet<string> _used = new();

    public ValueNames(Graph graph)
    {
        // Weights first, since all graphs of a net name them alike.
        foreach (Weight weight in graph.Weights)
        {
            OfLayer(weight.Layer);
        }

        foreach (Operation operation in graph.Operations)
        {
            _variables.Add(operation.Result, OfLayer(operation.Result.Name));
        }
    }

    /// <summary>The variable: <c>conv2d_1</c>.</summary>
    public string Variable(Value value) => _variables[value];

    /// <summary>The name in constants and methods: <c>Conv2d1</c>.</summary>
    public string Constant(Value value) => Identifier.Pascal(Variable(value));

    /// <summary>The constant with a weight's place: <c>Weights.Conv2d1Kernel</c>.</summary>
    public string Constant(Weight weight) => "Weights." + Identifier.Pascal(OfLayer(weight.Layer)) + Identifier.Pascal(weight.Tensor.Name);

    private string OfLayer(string name)
    {
        if (!_ofLayers.TryGetValue(name, out string? variable))
        {
            variable = Identifier.Variable(name, _used);
            _ofLayers.Add(name, variable);
        }

        return variable;
    }
}
