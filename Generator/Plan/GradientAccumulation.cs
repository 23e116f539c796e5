using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>
/// Who stores a value's gradient and who adds to it: of all that read the value, the one whose backward pass comes first stores.
/// </summary>
internal sealed class GradientAccumulation
{
    private readonly HashSet<(Value Result, int Operand)> _adding = new();

    private GradientAccumulation()
    {
    }

    /// <summary>
    /// Whether the backward pass of an operation adds to the gradient of an operand, since another has stored its share already.
    /// </summary>
    public bool Adds(Operation operation, int operand) => _adding.Contains((operation.Result, operand));

    public static GradientAccumulation Of(TrainingPlan plan)
    {
        var accumulation = new GradientAccumulation();
        BufferSharing sharing = plan.Planned.Sharing;

        // Losses store the gradients of their outputs before any operation.
        IEnumerable<GraphOutput> compared = plan.Graph.Outputs.Where(output => output.Loss is not null);
        var stored = new HashSet<Value>(compared.Select(output => sharing.Owner(output.Compared)));
        foreach (Operation operation in plan.Trained.Reverse().Where(plan.GoesBackward))
        {
            for (int i = 0; i < operation.Operands.Count; i++)
            {
                Value operand = operation.Operands[i].Value;
                bool isInPlace = sharing.Owner(operand) == sharing.Owner(operation.Result);
                if (plan.NeedsGradient(operand) && !isInPlace && !stored.Add(sharing.Owner(operand)))
                {
                    accumulation._adding.Add((operation.Result, i));
                }
            }
        }

        return accumulation;
    }
}
