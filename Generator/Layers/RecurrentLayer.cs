using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Emit.Recurrent;
using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>
/// A layer that goes through a sequence with a state. What it has in common: a step multiplies input and state by the kernels, then each
/// unit goes on by itself. Training keeps the gates of every step, and the backward pass overwrites them with their gradients; what follows
/// from these, the gradients of the weights and of the input, is then computed for all steps at once.
/// </summary>
internal abstract class RecurrentLayer(RecurrentOptions options) : Layer
{
    protected const int Kernel = 0;
    protected const int RecurrentKernel = 1;
    protected const int Bias = 2;

    // Half of a second-level cache of 1 MB.
    private const int FloatsInCache = 1 << 17;

    // Vector loads may read so far behind a strip.
    private const int Slack = 16;

    private IReadOnlyList<WeightTensor> _weights = [];
    private IReadOnlyList<LayerPart> _parts = [];
    private RecurrentShape _shape = new(1, 1, 1, GoesBackwards: false, FlipsStates: false);

    public override string Description => $"{Kind}({Literal.Int(Units)})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    /// <summary>Where the input has dropout, that and the layer without.</summary>
    public override IReadOnlyList<LayerPart> Parts => _parts;

    public override long MultiplyAdds => (long)_shape.Steps * (_shape.Inputs + Units) * Columns;

    public override bool TakesManySamples => true;

    public override int SamplesTogether => BlockRows;

    public override MaskRole Masks => new() { Reads = 0, Passes = options.ReturnSequences };

    public override BackwardNeeds BackwardNeeds => BackwardNeeds.Input | (OutputsAreStates ? BackwardNeeds.Output : BackwardNeeds.None);

    public override IReadOnlyList<ExtraBuffer> PreparedWeights => [Packed];

    public RecurrentOptions Options => options;

    protected RecurrentShape Shape => _shape;

    protected int Units => options.Units;

    protected bool HasBias => options.Weighted.UseBias;

    /// <summary>Columns of the kernels a unit.</summary>
    protected abstract int Gates { get; }

    /// <summary>Values that a step's products leave for each unit, of which the backward pass reads as many.</summary>
    protected virtual int GateValues => Gates;

    /// <summary>Rows of the bias.</summary>
    protected virtual int BiasRows => 1;

    /// <summary>Whether a step reads the state before it beside multiplying it, and so does the way back; in the first it is 0.</summary>
    protected virtual bool BlendsStates => false;

    /// <summary>Floats in the worker's memory for each sample of a block, whatever the pass.</summary>
    protected abstract int StripFloats { get; }

    /// <summary>The matrices that the forward pass multiplies by.</summary>
    protected abstract IReadOnlyList<PackedMatrix> Matrices { get; }

    protected int Columns => Gates * Units;

    /// <summary>The kernel of the backward pass through the steps: the recurrent one, transposed.</summary>
    protected PackedMatrix Transposed => new(0, Columns, Units);

    protected ExtraBuffer Packed => new("Packed", Matrices.Sum(matrix => matrix.Size));

    protected ExtraBuffer GateBuffer => new("Gates", _shape.Steps * GateValues * Units);

    /// <summary>
    /// Samples that go through the steps together: as many as a tile has rows, so that their states stay in the first-level cache, while
    /// the weights come from the second. Weights that don't fit there serve more.
    /// </summary>
    private int BlockRows => Packed.Size <= FloatsInCache ? PackedMatrix.TileRows : 4 * PackedMatrix.TileRows;

    /// <summary>Whether the output holds the state after every step.</summary>
    private bool OutputsAreStates => options.ReturnSequences && !HasZeroes;

    /// <summary>Whether outputs are 0 where the state goes on.</summary>
    private bool HasZeroes => HasMask && options.ZeroesMasked;

    /// <summary>Whether the state is dropped where training multiplies it.</summary>
    private bool DropsStates => options.RecurrentDropout > 0;

    private StateDropout StateDropout => new(options.RecurrentDropout, Gates, Units);

    private ExtraBuffer Dropped => new("Dropped", _shape.Steps * StateDropout.Width);

    private ExtraBuffer PackedTransposed => new("PackedTransposed", Transposed.Size);

    private ExtraBuffer TransposedKernel => new("Transposed", _shape.Inputs * Columns);

    private ExtraBuffer States => new("States", _shape.Steps * Units);

    /// <summary>The same layer with other options; its shape is still to be inferred.</summary>
    public abstract RecurrentLayer With(RecurrentOptions changed);

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        if (!problems.IsSequence(this, input))
        {
            return null;
        }

        int[] largest = [System.Math.Max(System.Math.Max(input.Last, Units), input[0]), Gates + 1, Units];
        if (!Declared.Shape.ProductFits(largest))
        {
            problems.Add("SN3010", "Units", this, Literal.Product(largest), Literal.Int(Declared.Shape.LargestSize));
            return null;
        }

        _shape = new RecurrentShape(input[0], input[1], Units, options.GoBackwards, options.FlipsStates);
        _weights = options.Weights(_shape.Inputs, Gates, BiasRows).Select((weight, i) => i == Bias ? StartBias(weight) : weight).ToArray();
        Shape output = options.ReturnSequences ? new Shape(_shape.Steps, Units) : new Shape(Units);
        _parts = options.Dropout > 0 ? DroppedInput.Parts(this, Gates, input, problems) : [];
        return output;
    }

    public override int ScratchSize(bool training) =>
        (BlockRows * (StripFloats + (training && DropsStates ? 2 * StateDropout.Width : 0))) + Slack;

    public override IReadOnlyList<ExtraBuffer> ExtraBuffers(bool inputNeedsGradient) =>
        new[] { GateBuffer, OutputsAreStates ? null : States, DropsStates ? Dropped : null }.OfType<ExtraBuffer>().ToArray();

    public override IReadOnlyList<ExtraBuffer> DerivedWeights(bool inputNeedsGradient) =>
        inputNeedsGradient ? [Packed, PackedTransposed, TransposedKernel] : [Packed, PackedTransposed];

    public override void EmitPreparedWeights(LayerEmission emission) => EmitPackedWeights(emission, emission.Derived(Packed));

    public override void EmitDerivedWeights(LayerEmission emission)
    {
        EmitPackedWeights(emission, emission.Derived(Packed));
        Transposed.EmitFillTransposed(emission, emission.Derived(PackedTransposed), RecurrentKernel);
        if (emission.NeedsInputGradient())
        {
            string sizes = $"{Literal.Int(_shape.Inputs)}, {Literal.Int(Columns)}";
            string share = LayerEmission.Share(Columns);
            emission.Call("Transpose.Columns", emission.Weight(Kernel), emission.Derived(TransposedKernel), sizes, share);
        }
    }

    /// <summary>The cell that goes through the steps.</summary>
    protected abstract CellKind Cell { get; }

    /// <summary>The activation of gates.</summary>
    protected virtual ActivationFunction GateActivation => ActivationCatalogue.Linear;

    public sealed override Value Lower(Lowering lowering, Shape shape)
    {
        var recurrence = new Recurrence
        {
            X = lowering.X,
            Mask = lowering.Mask(),
            Cell = Cell,
            Units = Units,
            Inputs = _shape.Inputs,
            Activation = options.Activation,
            GateActivation = GateActivation,
            Kernel = lowering.Weights[Kernel],
            RecurrentKernel = lowering.Weights[RecurrentKernel],
            Bias = lowering.Bias(Bias),
            ReturnsSequences = options.ReturnSequences,
            GoesBackwards = options.GoBackwards,
            FlipsStates = options.FlipsStates,
            ZeroesMasked = options.ZeroesMasked,
            StateDropout = options.RecurrentDropout,
            DropoutStream = options.DropoutStream,
        };
        return lowering.Add(recurrence, shape);
    }

    public override void EmitForward(LayerEmission emission)
    {
        var pass = new RecurrentPass(emission, _shape, BlockRows, isBackward: false);
        var rows = new RecurrentRows
        {
            Input = pass.Sequence("x", emission.InputShape().Last, StepOrder.Time, emission.X()),
            Gates = emission.Training ? pass.Sequence("gates", GateValues * Units, StepOrder.Time, emission.Extra(GateBuffer)) : null,
            States = OutputsAreStates || emission.Training ? pass.Sequence("states", Units, StepOrder.State, StatesOf(emission)) : null,
            State = pass.Strip("state", Units),
            Mask = MaskOf(emission, pass),
            Outputs = HasZeroes ? pass.Sequence("y", Units, StepOrder.State, emission.Y) : null,
        };
        if (HasMask || BlendsStates)
        {
            pass.Clear(rows.State);
        }

        if (emission.Training && DropsStates)
        {
            rows = rows with { Masks = pass.Strip("masks", StateDropout.Width), Dropped = DroppedSequence(emission, pass) };
            StateDropout.AddMasks(emission, pass, rows.Masks, emission.DropoutKey(options.DropoutStream + 1));
            StateDropout.AddForward(pass, rows, BlendsStates ? StepSet.All : StepSet.AllButFirst);
        }

        pass.Weight("w", emission.Derived(Packed));
        if (HasBias)
        {
            pass.Weight("b", emission.Weight(Bias));
        }

        EmitStep(emission, pass, rows, Products(emission, pass, rows));
        if (!options.ReturnSequences)
        {
            pass.Copy(rows.State, pass.Samples("y", Units, emission.Y), afterwards: true);
        }

        pass.Emit($"The steps of {emission.InputShape().WithBatch} -> {emission.Shape.WithBatch}, a block of samples after the other.");
    }

    public override void EmitBackward(LayerEmission emission)
    {
        var pass = new RecurrentPass(emission, _shape, BlockRows, isBackward: true);
        StepRows dy = options.ReturnSequences
            ? pass.Sequence("dy", Units, StepOrder.State, emission.DY)
            : pass.Samples("dy", Units, emission.DY);
        var rows = new RecurrentRows
        {
            Gates = pass.Sequence("gates", GateValues * Units, StepOrder.Time, emission.Extra(GateBuffer)),
            States = BlendsStates ? pass.Sequence("states", Units, StepOrder.State, StatesOf(emission)) : null,
            State = pass.Strip("dstate", Units),
            OutputGradient = options.ReturnSequences ? dy : null,
            Mask = MaskOf(emission, pass),
            ZeroesMasked = HasZeroes,
        };
        pass.Weight("w", emission.Derived(PackedTransposed));
        if (options.ReturnSequences)
        {
            pass.Clear(rows.State);
        }
        else
        {
            pass.Copy(dy, rows.State, afterwards: false);
        }

        if (DropsStates)
        {
            StepRows masks = pass.Strip("masks", StateDropout.Width);
            rows = rows with { Masks = masks, DroppedGradient = pass.Strip("ddropped", StateDropout.Width) };
            StateDropout.AddMasks(emission, pass, masks, emission.DropoutKey(options.DropoutStream + 1));
        }

        EmitBackwardStep(emission, pass, rows, Products(emission, pass, rows));
        pass.Emit($"The steps backward: {emission.Shape.WithBatch}. The gates become their gradients.");
        if (emission.NeedsInputGradient())
        {
            Gradients(emission).EmitInput(emission.Extra(GateBuffer), emission.Derived(TransposedKernel));
        }
    }

    public override void EmitWeightGradients(LayerEmission emission)
    {
        string gates = emission.Extra(GateBuffer);
        Gradients(emission).EmitKernel(Kernel, gates);
        EmitRecurrentGradients(emission, gates);
    }

    /// <summary>How the bias starts.</summary>
    protected virtual WeightTensor StartBias(WeightTensor bias) => bias;

    /// <summary>Emits what packs the kernels.</summary>
    protected abstract void EmitPackedWeights(LayerEmission emission, string packed);

    /// <summary>Emits a step of the forward pass.</summary>
    protected abstract void EmitStep(LayerEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products);

    /// <summary>Emits a step of the backward pass.</summary>
    protected abstract void EmitBackwardStep(LayerEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products);

    /// <summary>Emits the gradients of recurrent kernel and bias from those of the gates.</summary>
    protected virtual void EmitRecurrentGradients(LayerEmission emission, string gates)
    {
        EmitRecurrentGradient(emission, gates, 0, Columns);
        if (HasBias)
        {
            BiasGradient.Emit(emission, Bias, gates, _shape.Steps);
        }
    }

    /// <summary>Emits the gradient of some columns of the recurrent kernel from those of their gates, at the first of them.</summary>
    protected void EmitRecurrentGradient(LayerEmission emission, string gates, int firstColumn, int columns)
    {
        string? dropped = DropsStates ? emission.Extra(Dropped) : null;
        Gradients(emission).EmitRecurrent(RecurrentKernel, StatesOf(emission), dropped, gates, firstColumn, columns);
    }

    /// <summary>Emits the copy of some columns of a weight to rows of a matrix; in parts where gates have products of their own.</summary>
    protected void Fill(LayerEmission emission, string packed, PackedMatrix matrix, int weight, int firstColumn, int row)
    {
        PackedMatrix[] parts = emission.Training && DropsStates ? matrix.OfGates(Units) : [matrix];
        for (int part = 0; part < parts.Length; part++)
        {
            parts[part].EmitFill(emission, packed, weight, firstColumn + (part * Units), row);
        }
    }

    /// <summary>The product <c>dh = dz u^T</c> of all gates.</summary>
    protected StepProduct StateGradient(RecurrentRows rows) =>
        new("ProductBackward", Transposed, rows.State) { Factors = [new(rows.Gates!, 0, Columns, 0)], Accumulates = HasMask };

    /// <summary>The dropped states of all steps.</summary>
    protected StepRows DroppedSequence(LayerEmission emission, RecurrentPass pass) =>
        pass.Sequence("dropped", StateDropout.Width, StepOrder.Time, emission.Extra(Dropped));

    private StepProducts Products(LayerEmission emission, RecurrentPass pass, RecurrentRows rows) =>
        new(emission, pass, _shape, rows, HasBias);

    private RecurrentGradients Gradients(LayerEmission emission) => new(emission, _shape) { Gates = Gates, Pitch = GateValues * Units };

    private string StatesOf(LayerEmission emission) => OutputsAreStates ? emission.Y : emission.Extra(States);

    private StepRows? MaskOf(LayerEmission emission, RecurrentPass pass) =>
        HasMask ? pass.Sequence("mask", 1, StepOrder.Time, emission.X(1)) : null;
}
