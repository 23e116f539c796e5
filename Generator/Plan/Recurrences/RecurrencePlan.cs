using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Recurrences;

/// <summary>How a recurrence is run: its matrices, what of each step is kept, and how many samples go through the steps together.</summary>
internal sealed record RecurrencePlan : OperationPlan
{
    public RecurrencePlan(Recurrence operation, OperationUse use)
        : base(operation, use)
    {
        Recurrence = operation;
        Cell = CellPlan.Of(operation);
        Shape = new RecurrentShape(operation.Length, operation.Inputs, operation.Units, operation.GoesBackwards, operation.FlipsStates);
        Packed = new NamedBuffer("Packed", Matrices.Sum(matrix => matrix.Size));
        BlockRows = Packed.Size <= Caches.HalfOfSecondLevel ? PackedMatrix.TileRows : 4 * PackedMatrix.TileRows;
        TakesManySamples = true;
        SamplesTogether = BlockRows;
        bool dropsInPass = use.Trains && DropsStates;
        long strip = Cell.StripFloats + (dropsInPass ? 2L * StateDropout.Width : 0);
        long steps = MemorySize.Product(BlockRows, strip) + Caches.Line; // vector loads may read so far behind it
        Scratch = use.Trains ? Math.Max(steps, GradientScratch(Shape, Cell.Gates)) : steps;
        if (!use.Trains)
        {
            Derived = [Packed];
            return;
        }

        NamedBuffer?[] saved = [Gates, operation.ResultIsStates ? null : States, DropsStates ? Dropped : null, .. OfCell()];
        Saved = [.. saved.OfType<NamedBuffer>()];
        Derived = use.NeedsGradient() ? [Packed, PackedTransposed, TransposedKernel] : [Packed, PackedTransposed];
    }

    public Recurrence Recurrence { get; }

    public CellPlan Cell { get; }

    public RecurrentShape Shape { get; }

    /// <summary>Columns of the kernels a unit.</summary>
    public int GateCount => Cell.Gates;

    /// <summary>Values that a step's products leave for each unit, of which the backward pass reads as many.</summary>
    public int GateValues => Cell.GateValues;

    /// <summary>Whether a step reads the state before it beside multiplying it, and so does the way back; in the first it is 0.</summary>
    public bool BlendsStates => Cell.BlendsStates;

    /// <summary>Columns of the kernels.</summary>
    public int Columns => Cell.Gates * Recurrence.Units;

    /// <summary>The matrices that the forward pass multiplies by.</summary>
    public IReadOnlyList<PackedMatrix> Matrices => Cell.Matrices;

    /// <summary>The kernel of the backward pass through the steps: the recurrent one, transposed.</summary>
    public PackedMatrix Transposed => new(0, Columns, Recurrence.Units);

    /// <summary>
    /// Samples that go through the steps together: as many as a tile has rows, so that their states stay in the first-level cache, while
    /// the weights come from the second. Weights that don't fit there serve more.
    /// </summary>
    public int BlockRows { get; }

    /// <summary>Whether the state is dropped where training multiplies it.</summary>
    public bool DropsStates => Recurrence.StateDropout > 0;

    public StateDropout StateDropout => new(Recurrence.StateDropout, Cell.Gates, Recurrence.Units);

    public NamedBuffer Packed { get; }

    public NamedBuffer PackedTransposed => new("PackedTransposed", Transposed.Size);

    public NamedBuffer TransposedKernel => new("Transposed", MemorySize.Product(Recurrence.Inputs, Columns));

    /// <summary>The gates of every step, then their gradients.</summary>
    public NamedBuffer Gates => new("Gates", MemorySize.Product(Recurrence.Length, GateValues, Recurrence.Units));

    /// <summary>The states of every step, where the result doesn't hold them.</summary>
    public NamedBuffer States => OfSteps("States");

    /// <summary>The dropped states of every step.</summary>
    public NamedBuffer Dropped => new("Dropped", MemorySize.Product(Recurrence.Length, StateDropout.Width));

    /// <summary>The memory of an LSTM after every step.</summary>
    public NamedBuffer Cells => OfSteps("Cells");

    /// <summary>The states of a GRU after they were reset.</summary>
    public NamedBuffer Resets => OfSteps("Resets");

    private NamedBuffer OfSteps(string name) => new(name, MemorySize.Product(Recurrence.Length, Recurrence.Units));

    private IEnumerable<NamedBuffer> OfCell() => Recurrence.Cell switch
    {
        CellKind.Lstm => [Cells],
        CellKind.GruResetBefore => [Resets],
        _ => [],
    };

    /// <summary>Floats of scratch memory for the gradients of the kernels, which are taken for some of the gates at a time.</summary>
    private static long GradientScratch(RecurrentShape shape, int gates) => Enumerable.Range(1, gates).Max(some => Math.Max(
        KernelGradientTiling.ScratchSize(shape.Inputs, some * shape.Units),
        KernelGradientTiling.ScratchSize(shape.Units, some * shape.Units)));
}
