using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>The values whose gradient somebody needs: those that depend on a weight that is trained.</summary>
internal static class Gradients
{
    public static ISet<Value> Of(Graph graph)
    {
        var needed = new HashSet<Value>();
        foreach (Operation operation in graph.Operations)
        {
            bool depends = operation.IsTrained || operation.Operands.Any(operand => needed.Contains(operand.Value));
            if (operation.HasGradient && depends)
            {
                needed.Add(operation.Result);
            }
        }

        return needed;
    }
}
