using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Recurrences;

/// <summary>
/// A layer that goes through a sequence with a state. What it has in common: a step multiplies input and state by the kernels, then each
/// unit goes on by itself. Training keeps the gates of every step, and the backward pass overwrites them with their gradients; what follows
/// from these, the gradients of the weights and of the input, is then computed for all steps at once.
/// </summary>
internal abstract class RecurrentLayer(RecurrentOptions options) : Layer
{
    private const int Kernel = 0;
    private const int RecurrentKernel = 1;
    private const int Bias = 2;

    private IReadOnlyList<WeightTensor> _weights = [];
    private int _inputs;

    public override string Description => $"{Kind}({Literal.Int(Units)})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override bool PassesMask => options.ReturnSequences;

    public RecurrentOptions Options => options;

    protected int Units => options.Units;

    /// <summary>Columns of the kernels a unit.</summary>
    protected abstract int Gates { get; }

    /// <summary>Rows of the bias.</summary>
    protected virtual int BiasRows => 1;

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
        if (!problems.Fit(this, largest, "Units"))
        {
            return null;
        }

        _inputs = input.Last;
        _weights = options.Weights(_inputs, Gates, BiasRows).Select((weight, i) => i == Bias ? StartBias(weight) : weight).ToArray();
        Shape output = options.ReturnSequences ? new Shape(input[0], Units) : new Shape(Units);
        if (options.Dropout > 0)
        {
            Parts = DroppedInput.Parts(this, Gates, input, problems.About(this));
            return Parts.Count > 0 ? output : null;
        }

        return output;
    }

    /// <summary>The cell that goes through the steps.</summary>
    protected abstract CellKind Cell { get; }

    /// <summary>The activation of gates.</summary>
    protected virtual Activation GateActivation => KnownActivations.Linear;

    public sealed override Value Lower(Lowering lowering, Shape shape)
    {
        if (Parts.Count > 0)
        {
            return lowering.LowerParts(this);
        }

        var recurrence = new Recurrence
        {
            X = lowering.X,
            Mask = lowering.Mask(),
            Cell = Cell,
            Units = Units,
            Inputs = _inputs,
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

    /// <summary>How the bias starts.</summary>
    protected virtual WeightTensor StartBias(WeightTensor bias) => bias;
}
