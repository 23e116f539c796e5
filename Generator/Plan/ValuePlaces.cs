using StaticNets.Generator.Ir;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan;

/// <summary>Places for the values of a block of samples in one memory: values that are never alive together share places.</summary>
internal sealed class ValuePlaces
{
    // A block's values should stay in the second-level cache, and a block should still fill the tiles of dense layers.
    private const int LargestBlock = 32;
    private const int BlockMultiple = 8;

    private readonly PlannedGraph _planned;
    private readonly int _blockSize;
    private readonly Dictionary<Value, long> _offsets = new();
    private readonly List<(long Start, long End, int LastUse)> _alive = new();
    private readonly List<MemoryPiece> _memory = new();
    private readonly Dictionary<Value, int> _numbers = new();
    private readonly Dictionary<Value, int> _lastUses = new();

    public ValuePlaces(PlannedGraph planned, int blockSize)
    {
        _planned = planned;
        _blockSize = blockSize;
        IReadOnlyList<Operation> operations = planned.Graph.Operations;
        for (int i = 0; i < operations.Count; i++)
        {
            _numbers[operations[i].Result] = i;
            foreach (Operand operand in operations[i].Operands)
            {
                _lastUses[planned.Sharing.Owner(operand.Value)] = i;
            }
        }

        foreach (GraphOutput output in planned.Graph.Outputs)
        {
            if (output.Mask is { } mask)
            {
                _lastUses[planned.Sharing.Owner(mask)] = int.MaxValue;
            }
        }

        _lastUses[planned.Sharing.Owner(planned.Graph.Result)] = int.MaxValue;
    }

    /// <summary>Floats of the memory.</summary>
    public long Length { get; private set; }

    /// <summary>What the operations have of it.</summary>
    public IReadOnlyList<MemoryPiece> Memory => _memory;

    /// <summary>How many samples should go through some operations together.</summary>
    /// <param name="plans">The operations.</param>
    /// <param name="largest">Floats a sample that are alive at a time, about.</param>
    public static int SamplesOfABlock(IEnumerable<OperationPlan> plans, long largest)
    {
        int block = (int)Math.Max(1, Math.Min(LargestBlock, Caches.HalfOfSecondLevel / largest));
        block = block < BlockMultiple ? block : block / BlockMultiple * BlockMultiple;
        return Math.Max(block, plans.Max(plan => plan.SamplesTogether));
    }

    public bool Has(Value owner) => _offsets.ContainsKey(owner);

    public long Offset(Value owner) => _offsets[owner];

    /// <summary>Puts the inputs at the begin. If there is only one, it is its operation's value.</summary>
    public void PlaceInputs()
    {
        Value[] inputs = [.. _planned.Graph.Inputs.Select(input => input.Result)];
        bool isValue = inputs.Length == 1;
        if (isValue)
        {
            _offsets[inputs[0]] = 0;
        }

        int lastUse = isValue ? LastUse(inputs[0]) : inputs.Max(input => _numbers[input]);
        Place(_planned.Graph.Producer(inputs[inputs.Length - 1]), _planned.Graph.InputSize, lastUse);
    }

    /// <summary>Places the result of an operation that comes after all that were placed before.</summary>
    public void Place(Operation operation)
    {
        int now = _numbers[operation.Result];
        _alive.RemoveAll(range => range.LastUse < now);
        _offsets[operation.Result] = Place(operation, operation.Result.Shape.Size, LastUse(operation.Result));
    }

    private long Place(Operation operation, int size, int lastUse)
    {
        long extent = MemorySize.InLinesWithSlack(MemorySize.Product(size, _blockSize));
        long start = 0;
        foreach ((long from, long to, _) in _alive.OrderBy(range => range.Start))
        {
            if (start + extent <= from)
            {
                break;
            }

            start = Math.Max(start, to);
        }

        Length = Math.Max(Length, start + extent);
        _alive.Add((start, start + extent, lastUse));
        string samples = _blockSize == 1 ? "a sample" : $"{Literal.Int(_blockSize)} samples";
        _memory.Add(new MemoryPiece(operation.Origin, $"its output for {samples}", extent, start + extent));
        return start;
    }

    private int LastUse(Value owner) => _lastUses.TryGetValue(owner, out int last) ? Math.Max(last, _numbers[owner]) : _numbers[owner];
}
