using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Declared;

namespace StaticNets.Generator.Emit;

/// <summary>
/// The constants with the weights' places in the parameter block. A weight is known by its name in files, in every graph of the net.
/// </summary>
internal sealed class WeightConstants
{
    /// <summary>The class that declares them.</summary>
    public const string Class = "Weights";

    private readonly NameScope _scope = new([Class]);

    /// <param name="graph">A graph of the net.</param>
    public WeightConstants(NetGraph graph)
    {
        foreach (WeightPlace weight in graph.Weights)
        {
            Name(weight.Node, weight.Index);
        }
    }

    /// <summary>The constant as its class declares it.</summary>
    public string Name(Node node, int index) =>
        _scope.Of(node.TensorNames[index], node.Constant + Identifier.Pascal(node.Layer.Weights[index].Name));

    /// <summary>The constant as others name it.</summary>
    public string Of(Node node, int index) => $"{Class}.{Name(node, index)}";
}
