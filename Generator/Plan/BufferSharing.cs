using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>
/// Which results take the place of their operand: views always, what works value by value where nobody reads the operand any more.
/// </summary>
internal sealed class BufferSharing
{
    private readonly Graph _graph;
    private readonly HashSet<Value> _sharing = new();

    private BufferSharing(Graph graph) => _graph = graph;

    /// <summary>The sharing of a net that predicts.</summary>
    public static BufferSharing OfInference(Graph graph) => Of(graph, (_, _) => true);

    /// <summary>The sharing of a net that trains: what a backward pass reads stays.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="gradients">The values that need a gradient.</param>
    /// <param name="trunk">The results of what runs as in inference.</param>
    public static BufferSharing OfTraining(Graph graph, ISet<Value> gradients, ISet<Value> trunk) => Of(
        graph,
        (sharing, operation) => trunk.Contains(operation.Result) || sharing.MayOverwrite(operation, gradients));

    /// <summary>Whether a result takes the place of its operand.</summary>
    public bool Shares(Value value) => _sharing.Contains(value);

    /// <summary>The value whose buffer holds a value: itself, unless it shares its operand's.</summary>
    public Value Owner(Value value) => Shares(value) ? Owner(_graph.Producer(value).Source) : value;

    private static BufferSharing Of(Graph graph, System.Func<BufferSharing, Operation, bool> mayOverwrite)
    {
        var sharing = new BufferSharing(graph);
        foreach (Operation operation in graph.Operations)
        {
            bool overwrites = operation.Operands.Count == 1
                && (operation.IsView
                    || (operation.MayOverwriteOperand && sharing.IsOnlyReader(operation) && mayOverwrite(sharing, operation)));
            if (overwrites)
            {
                sharing._sharing.Add(operation.Result);
            }
        }

        return sharing;
    }

    /// <summary>Whether nobody else reads the operand, under whatever shape.</summary>
    private bool IsOnlyReader(Operation operation)
    {
        do
        {
            Value operand = operation.Source;
            if (!_graph.Uses.HasOneReader(operand))
            {
                return false;
            }

            operation = _graph.Producer(operand);
        }
        while (Shares(operation.Result));

        return true;
    }

    /// <summary>Whether no backward pass reads the operand that an operation would overwrite.</summary>
    private bool MayOverwrite(Operation operation, ISet<Value> gradients)
    {
        Operation before = _graph.Producer(operation.Source);
        return before is not Input && !operation.BackwardReadsOperands && !IsReadBehind(before, gradients);
    }

    /// <summary>Whether an operation that wrote the buffer reads its own result again in its backward pass.</summary>
    private bool IsReadBehind(Operation operation, ISet<Value> gradients)
    {
        while (true)
        {
            if (gradients.Contains(operation.Result) && operation.BackwardReadsResult)
            {
                return true;
            }

            if (!Shares(operation.Result))
            {
                return false;
            }

            operation = _graph.Producer(operation.Source);
        }
    }
}
