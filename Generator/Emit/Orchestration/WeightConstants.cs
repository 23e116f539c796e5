using StaticNets.Generator.Declaration;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>
/// The constants with the weights' places in the parameter block. A weight is known by its name in files, in every graph of the net.
/// </summary>
internal sealed class WeightConstants
{
    /// <summary>The class that declares them.</summary>
    public const string Class = EmittedTypes.Weights;

    private readonly NameScope _scope = new([Class]);
    private readonly ValueNames _values;

    /// <param name="graph">A graph of the net.</param>
    /// <param name="values">The stems of their names.</param>
    public WeightConstants(Graph graph, ValueNames values)
    {
        _values = values;
        foreach (Weight weight in graph.Weights)
        {
            Name(weight);
        }
    }

    /// <summary>The constant as its class declares it.</summary>
    public string Name(Weight weight) => _scope.Of(weight.File, _values.Constant(weight));

    /// <summary>The constant as others name it.</summary>
    public string Of(Weight weight) => $"{Class}.{Name(weight)}";
}
