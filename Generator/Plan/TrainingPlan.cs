using System.Threading;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Passes;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan;

/// <summary>The buffers of training: values that the backward pass reads, gradients, and what single operations ask for.</summary>
internal sealed class TrainingPlan
{
    // Values of a block should stay in the second-level cache.
    private const int LargestBlock = 64;
    private const int BlockMultiple = 4;

    // Operations with fewer values than this have little to gain from blocks.
    private const int FewValues = 2048;

    private TrainingPlan(PlannedGraph planned, ISet<Value> gradients, ISet<Value> trunk)
    {
        Planned = planned;
        _gradients = gradients;
        _trunk = trunk;
        Frozen = FrozenPlan.Of(planned, trunk);
        Accumulation = GradientAccumulation.Of(this);
    }

    private readonly ISet<Value> _gradients;
    private readonly ISet<Value> _trunk;

    /// <summary>The net as training runs it.</summary>
    public PlannedGraph Planned { get; }

    public Graph Graph => Planned.Graph;

    /// <summary>How what runs as in inference is run.</summary>
    public FrozenPlan Frozen { get; }

    /// <summary>Which passes store a gradient, and which add to it.</summary>
    public GradientAccumulation Accumulation { get; }

    /// <summary>The operations that training runs forwards and, as far as gradients are wanted, backwards.</summary>
    public IEnumerable<Operation> Trained => Planned.Computing.Where(operation => !_trunk.Contains(operation.Result));

    /// <summary>Buffers for every sample of a batch.</summary>
    public IReadOnlyList<PlannedBuffer> PerSample => _perSample ??= [.. Graph.Operations.SelectMany(SampleBuffers)];

    /// <summary>Weights in other layouts.</summary>
    public IReadOnlyList<PlannedBuffer> Derived => _derived ??= Buffers(Graph.Operations, BufferRole.Derived, plan => plan.Derived);

    /// <summary>What every worker has of its own.</summary>
    public IReadOnlyList<PlannedBuffer> PerWorker => _perWorker ??= Buffers(NotFrozen, BufferRole.OfWorker, plan => plan.PerWorker);

    /// <summary>Floats of memory that each worker needs for itself.</summary>
    public long ScratchSize => Math.Max(Frozen.Length, NotFrozen.Max(operation => Planned[operation].Scratch));

    /// <summary>Samples that go together through operations that work by blocks.</summary>
    public int BlockSize
    {
        get
        {
            long largest = NotFrozen
                .Where(GoesByBlocks)
                .Select(operation => (long)operation.Result.Shape.Size + operation.Operands.Sum(operand => (long)operand.Value.Shape.Size))
                .DefaultIfEmpty(1)
                .Max();
            int block = (int)Math.Min(LargestBlock, Caches.HalfOfSecondLevel / largest);
            return Math.Max(BlockMultiple, block / BlockMultiple * BlockMultiple);
        }
    }

    /// <summary>
    /// Multiply-adds of a step a sample: forward, the operand's gradient, the weights'. What is frozen at the begin has the first only.
    /// </summary>
    public long MultiplyAdds => Graph.Operations.Sum(operation => (_trunk.Contains(operation.Result) ? 1 : 3) * operation.MultiplyAdds);

    private IEnumerable<Operation> NotFrozen => Graph.Operations.Where(operation => !_trunk.Contains(operation.Result));

    private IReadOnlyList<PlannedBuffer>? _perSample;
    private IReadOnlyList<PlannedBuffer>? _derived;
    private IReadOnlyList<PlannedBuffer>? _perWorker;

    public static TrainingPlan Of(Graph graph, CancellationToken cancellation)
    {
        ISet<Value> gradients = Gradients.Of(graph);
        ISet<Value> trunk = FrozenTrunk.Of(graph);
        IEnumerable<OperationPlan> plans = graph.Operations.Select(operation =>
        {
            cancellation.ThrowIfCancellationRequested();
            bool[] needed =
            [
                .. operation.Operands.Select((operand, i) => gradients.Contains(operand.Value) && operation.PassesGradient(i)),
            ];
            return Planner.Plan(operation, new OperationUse(!trunk.Contains(operation.Result), needed));
        });
        return new TrainingPlan(new PlannedGraph(graph, BufferSharing.OfTraining(graph, gradients, trunk), plans), gradients, trunk);
    }

    /// <summary>The values with the penalties of others.</summary>
    public IEnumerable<Value> ActivityPenalties =>
        Graph.Operations.Select(operation => operation.Result).Where(value => value.Role == ValueRole.Penalty);

    public bool NeedsGradient(Value value) => _gradients.Contains(value);

    /// <summary>
    /// Whether a few samples at a time go through an operation. Products and what is small take all: weights should serve many samples.
    /// </summary>
    public bool GoesByBlocks(Operation operation) => !Planned[operation].TakesManySamples
        && operation.Operands.Select(operand => operand.Value).Append(operation.Result).Max(value => value.Shape.Size) > FewValues;

    /// <summary>Whether the gradient of a result goes further, or that of a penalty begins here.</summary>
    public bool GoesBackward(Operation operation) => NeedsGradient(operation.Result)
        || (operation.Result.Role == ValueRole.Penalty && NeedsGradient(operation.Source));

    /// <summary>What the operations have of the memory for one sample and one worker.</summary>
    public IEnumerable<MemoryPiece> Memory
    {
        get
        {
            long end = 0;
            foreach (PlannedBuffer buffer in PerSample.Concat(Derived).Concat(PerWorker))
            {
                end += buffer.Size;
                yield return new MemoryPiece(buffer.Origin, buffer.What, buffer.Size, end);
            }

            foreach (MemoryPiece piece in Frozen.Memory)
            {
                yield return piece;
            }

            foreach (Operation operation in NotFrozen)
            {
                long scratch = Planned[operation].Scratch;
                yield return new MemoryPiece(operation.Origin, "its passes in training", scratch, scratch);
            }
        }
    }

    private IEnumerable<PlannedBuffer> SampleBuffers(Operation operation)
    {
        Value result = operation.Result;
        if (!Planned.Sharing.Shares(result) && !Frozen.IsOfBlock(result))
        {
            if (result != Planned.WholeInput)
            {
                yield return new PlannedBuffer(result, BufferRole.Output, "", result.Shape.Size, "its output", operation.Origin);
            }

            if (NeedsGradient(result))
            {
                yield return new PlannedBuffer(
                    result, BufferRole.Gradient, "", result.Shape.Size, "its output's gradient", operation.Origin);
            }
        }

        foreach (NamedBuffer buffer in _trunk.Contains(result) ? [] : Planned[operation].Saved)
        {
            long size = MemorySize.Product(operation.Steps, buffer.Size);
            yield return new PlannedBuffer(result, BufferRole.Saved, buffer.Name, size, "what the backward pass reads", operation.Origin);
        }
    }

    private IReadOnlyList<PlannedBuffer> Buffers(
        IEnumerable<Operation> operations, BufferRole role, Func<OperationPlan, IReadOnlyList<NamedBuffer>> ofPlan) =>
        [.. operations.SelectMany(operation => ofPlan(Planned[operation]).Select(buffer =>
            new PlannedBuffer(operation.Result, role, buffer.Name, buffer.Size, "its weights as training reads them", operation.Origin)))];
}

/// <summary>A buffer of training.</summary>
/// <param name="Of">The value that it belongs to.</param>
/// <param name="Role">What it holds.</param>
/// <param name="Name">Its name behind the value's; empty for the value itself and its gradient.</param>
/// <param name="Size">Floats a sample; or floats in all, or of each worker.</param>
/// <param name="What">What it is for, as messages say it.</param>
/// <param name="Origin">The layer.</param>
internal sealed record PlannedBuffer(Value Of, BufferRole Role, string Name, long Size, string What, Origin Origin);
