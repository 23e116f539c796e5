using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>
/// The operations below the first one that is trained or that training runs otherwise than inference: no gradient comes to them, so
/// training may run them as inference does. Without frozen weights among them there is nothing to gain.
/// </summary>
internal static class FrozenTrunk
{
    /// <summary>The results of these operations, or none.</summary>
    public static ISet<Value> Of(Graph graph)
    {
        var trunk = new HashSet<Value>();
        bool hasWeights = false;
        foreach (Operation operation in graph.Operations)
        {
            bool isSame = ReferenceEquals(operation.InInference, operation);
            if (isSame && !operation.IsTrained && operation.Operands.All(operand => trunk.Contains(operand.Value)))
            {
                trunk.Add(operation.Result);
                hasWeights |= operation.Weights.Count > 0;
            }
        }

        return hasWeights ? trunk : new HashSet<Value>();
    }
}
