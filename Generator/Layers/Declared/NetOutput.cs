using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>One output of the net: a layer's values, with what they are compared with.</summary>
/// <param name="Node">The layer.</param>
/// <param name="Loss">The loss, or null in a net that only predicts.</param>
/// <param name="Weight">What the loss is multiplied by in the net's.</param>
/// <param name="Metrics">What is reported of it.</param>
/// <param name="Attribute">Where it is declared: <c>Problem.Compile</c>, or what stands for its <c>[Output]</c> among problems.</param>
internal sealed record NetOutput(Node Node, Loss? Loss, double Weight, OutputMetrics Metrics, int Attribute)
{
    /// <summary>The layer's name.</summary>
    public string Name => Node.Name;
}
