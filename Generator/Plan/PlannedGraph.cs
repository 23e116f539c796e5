using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>A graph with what is chosen for each operation, and which results share a buffer.</summary>
internal sealed class PlannedGraph
{
    private readonly Dictionary<Value, OperationPlan> _plans;

    public PlannedGraph(Graph graph, BufferSharing sharing, IEnumerable<OperationPlan> plans)
    {
        Graph = graph;
        Sharing = sharing;
        _plans = plans.ToDictionary(plan => plan.Operation.Result);
    }

    public Graph Graph { get; }

    public BufferSharing Sharing { get; }

    public OperationPlan this[Operation operation] => _plans[operation.Result];

    /// <summary>The operations that have something to compute: views don't.</summary>
    public IEnumerable<Operation> Computing => Graph.Operations.Where(operation => !operation.IsView);

    /// <summary>The values that have a buffer of their own, in order.</summary>
    public IEnumerable<Operation> Owners => Graph.Operations.Where(operation => !Sharing.Shares(operation.Result));

    /// <summary>The net's only input, which needs no copy of its own; null where there are several.</summary>
    public Value? WholeInput => Graph.Inputs.Take(2).Count() == 1 ? Graph.Inputs.First().Result : null;
}
