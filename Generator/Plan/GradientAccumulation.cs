using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>
/// Who stores a value's gradient and who adds to it: of all that read the value, the one whose backward pass comes first stores.
/// </summary>
internal sealed class GradientAccumulation
{
    private readonly HashSet<(Value Result, int Operand)> _adding = new();
    private readonly HashSet<Value> _stored;

    /// <param name="stored">The values whose gradients are stored before any operation's backward pass.</param>
    private GradientAccumulation(HashSet<Value> stored) => _stored = stored;

    /// <summary>
    /// Whether the backward pass of an operation adds to the gradient of an operand, since another has stored its share already.
    /// </summary>
    public bool Adds(Operation operation, int operand) => _adding.Contains((operation.Result, operand));

    /// <summary>Whether anybody stores the gradient of a value that has a buffer of its own; if not, the value decides nothing.</summary>
    public bool IsStored(Value owner) => _stored.Contains(owner);

    public static GradientAccumulation Of(TrainingPlan plan)
    {
        BufferSharing sharing = plan.Planned.Sharing;

        // Those of the outputs come first, from losses or from outside.
        var stored = new HashSet<Value>(plan.Graph.Outputs.Select(output => sharing.Owner(output.Compared)));
        var accumulation = new GradientAccumulation(stored);
        foreach (Operation operation in plan.Trained.Reverse().Where(plan.GoesBackward))
        {
            for (int i = 0; i < operation.Operands.Count; i++)
            {
                Value operand = operation.Operands[i].Value;
                bool isInPlace = sharing.Owner(operand) == sharing.Owner(operation.Result);
                if (plan.NeedsGradient(operand) && operation.PassesGradient(i) && !isInPlace && !stored.Add(sharing.Owner(operand)))
                {
                    accumulation._adding.Add((operation.Result, i));
                }
            }
        }

        return accumulation;
    }
}
