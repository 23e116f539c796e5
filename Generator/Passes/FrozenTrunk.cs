using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>
/// The operations below the first one that is trained or that training runs otherwise than inference: no gradient comes to them, unless
/// it goes on to an input, so training may run them as inference does. Without frozen weights among them there is nothing to gain.
/// </summary>
internal static class FrozenTrunk
{
    /// <summary>The results of these operations, or none.</summary>
    public static ISet<Value> Of(Graph graph)
    {
        var trunk = new HashSet<Value>();
        var passing = new HashSet<Value>();
        bool hasWeights = false;
        foreach (Operation operation in graph.Operations)
        {
            if (operation is Input { WantsGradient: true } || PassesToAny(operation, passing))
            {
                passing.Add(operation.Result);
                continue;
            }

            bool isSame = ReferenceEquals(operation.InInference, operation);
            if (isSame && !operation.IsTrained && operation.Operands.All(operand => trunk.Contains(operand.Value)))
            {
                trunk.Add(operation.Result);
                hasWeights |= operation.Weights.Count > 0;
            }
        }

        return hasWeights ? trunk : new HashSet<Value>();
    }

    /// <summary>Whether the gradient of a result goes on to one of some values.</summary>
    private static bool PassesToAny(Operation operation, HashSet<Value> values) => operation.HasGradient
        && operation.Operands.Where((operand, i) => values.Contains(operand.Value) && operation.PassesGradient(i)).Any();
}
