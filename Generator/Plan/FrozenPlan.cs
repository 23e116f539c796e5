using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Plan;

/// <summary>
/// How a training step runs the frozen trunk: a few samples at a time, whose values share places in the worker's own memory. Only what
/// others read is kept for the whole batch.
/// </summary>
internal sealed class FrozenPlan
{
    private readonly ValuePlaces _places;

    private FrozenPlan(PlannedGraph planned, IReadOnlyList<Operation> operations, int blockSize)
    {
        Operations = operations;
        BlockSize = blockSize;
        _places = new ValuePlaces(planned, blockSize);
    }

    /// <summary>The operations, in order; none where nothing is frozen.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Samples that go through them together.</summary>
    public int BlockSize { get; }

    /// <summary>Floats of a worker's memory that they need.</summary>
    public long Length { get; private set; }

    /// <summary>Where in it the memory stands that operations need for themselves.</summary>
    public long ScratchOffset => _places.Length;

    /// <summary>What they have of it.</summary>
    public IReadOnlyList<MemoryPiece> Memory { get; private set; } = [];

    /// <summary>Whether a value is alive for one block only.</summary>
    public bool IsOfBlock(Value owner) => _places.Has(owner);

    public long Offset(Value owner) => _places.Offset(owner);

    public static FrozenPlan Of(PlannedGraph planned, ISet<Value> trunk)
    {
        Operation[] frozen = [.. planned.Graph.Operations.Where(operation => trunk.Contains(operation.Result))];
        if (frozen.Length == 0)
        {
            return new FrozenPlan(planned, frozen, 1);
        }

        IEnumerable<Value> readByOthers = planned.Graph.Operations
            .Where(operation => !trunk.Contains(operation.Result))
            .SelectMany(operation => operation.Operands)
            .Select(operand => operand.Value);
        IEnumerable<Value> masks = planned.Graph.Outputs.Select(output => output.Mask).OfType<Value>();
        var kept = new HashSet<Value>(readByOthers.Concat(masks).Select(planned.Sharing.Owner));
        long largest = frozen.Max(operation =>
            (long)operation.Result.Shape.Size + operation.Operands.Sum(operand => (long)operand.Value.Shape.Size));
        OperationPlan[] plans = [.. frozen.Select(operation => planned[operation])];
        var plan = new FrozenPlan(planned, frozen, ValuePlaces.SamplesOfABlock(plans, largest));
        foreach (Operation operation in frozen)
        {
            Value result = operation.Result;
            bool isOwner = !planned.Sharing.Shares(result);
            if (isOwner && result != planned.WholeInput && !kept.Contains(result))
            {
                plan._places.Place(operation);
            }
        }

        MemoryPiece[] scratch =
        [
            .. plans.Select(of =>
                new MemoryPiece(of.Operation.Origin, "its passes in training", of.Scratch, plan.ScratchOffset + of.Scratch)),
        ];
        plan.Length = scratch.Max(piece => piece.End);
        plan.Memory = [.. plan._places.Memory, .. scratch];
        return plan;
    }
}
