using System.Threading;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>
/// Where each value stands in inference's workspace: values that are never alive together share places. Inputs stand at the begin.
/// </summary>
internal sealed class InferencePlan
{
    private readonly ValuePlaces _places;
    private readonly Dictionary<(Value, string), long> _derivedOffsets = new();
    private readonly List<MemoryPiece> _memory = new();

    private InferencePlan(PlannedGraph planned, int blockSize)
    {
        Planned = planned;
        BlockSize = blockSize;
        _places = new ValuePlaces(planned, blockSize);
    }

    /// <summary>The net as inference runs it.</summary>
    public PlannedGraph Planned { get; }

    public Graph Graph => Planned.Graph;

    /// <summary>Samples that go through the net together.</summary>
    public int BlockSize { get; }

    /// <summary>Floats of the workspace.</summary>
    public long Length { get; private set; }

    /// <summary>Floats of the weights as the forward pass reads them: the parameters, then what is derived from them.</summary>
    public long PreparedWeights { get; private set; }

    /// <summary>Where the memory stands that operations need for themselves.</summary>
    public long ScratchOffset => _places.Length;

    /// <summary>What the operations have of the workspace, and of the weights.</summary>
    public IReadOnlyList<MemoryPiece> Memory => _memory;

    /// <summary>Where a value stands in the workspace.</summary>
    public long Offset(Value value) => _places.Offset(Planned.Sharing.Owner(value));

    /// <summary>Where weights in another layout stand behind the parameters.</summary>
    public long DerivedOffset(Operation operation, NamedBuffer buffer) => _derivedOffsets[(operation.Result, buffer.Name)];

    public static InferencePlan Of(Graph graph, CancellationToken cancellation)
    {
        IEnumerable<OperationPlan> plans = graph.Operations.Select(operation =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Planner.Plan(operation, new OperationUse(false, []));
        });
        var planned = new PlannedGraph(graph, BufferSharing.OfInference(graph), plans);
        long largest = (long)planned.Owners.Max(owner => owner.Result.Shape.Size) + graph.InputSize;
        int blockSize = ValuePlaces.SamplesOfABlock(graph.Operations.Select(operation => planned[operation]), largest);
        var plan = new InferencePlan(planned, blockSize);
        plan._places.PlaceInputs();
        foreach (Operation owner in planned.Owners.Where(owner => !plan._places.Has(owner.Result)))
        {
            plan._places.Place(owner);
        }

        plan._memory.AddRange(plan._places.Memory);
        foreach (Operation operation in graph.Operations)
        {
            long scratch = planned[operation].Scratch;
            plan.Length = Math.Max(plan.Length, plan.ScratchOffset + scratch);
            plan._memory.Add(new MemoryPiece(operation.Origin, "its passes", scratch, plan.Length));
        }

        plan.PlaceDerivedWeights();
        return plan;
    }

    private void PlaceDerivedWeights()
    {
        PreparedWeights = Graph.ParameterCount;
        foreach (Operation operation in Graph.Operations)
        {
            foreach (NamedBuffer buffer in Planned[operation].Derived)
            {
                long offset = MemorySize.InLines(PreparedWeights);
                _derivedOffsets.Add((operation.Result, buffer.Name), offset);
                PreparedWeights = offset + buffer.Size;
                _memory.Add(new MemoryPiece(operation.Origin, "its weights as predictions read them", buffer.Size, PreparedWeights));
            }
        }
    }
}
