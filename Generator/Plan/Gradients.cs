using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>
/// The values whose gradient somebody needs: those that depend on a weight that is trained, or on an input whose gradient is wanted.
/// </summary>
internal static class Gradients
{
    public static ISet<Value> Of(Graph graph)
    {
        var needed = new HashSet<Value>();
        foreach (Operation operation in graph.Operations)
        {
            bool depends = operation.IsTrained
                || operation is Input { WantsGradient: true }
                || operation.Operands.Where((operand, i) => needed.Contains(operand.Value) && operation.PassesGradient(i)).Any();
            if (operation.HasGradient && depends)
            {
                needed.Add(operation.Result);
            }
        }

        return needed;
    }
}
