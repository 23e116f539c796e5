using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Activations;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Emit.Tiles;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary><c>y = activation(x w + b)</c> over the last axis.</summary>
internal sealed class DenseLayer(int units, WeightedOptions options) : WeightedLayer(options)
{
    private static readonly TileNames s_forward = new("y", "x", "w");
    private static readonly TileNames s_backwardData = new("dx", "dy", "wt");

    private IReadOnlyList<WeightTensor> _weights = [];
    private int _inputs;
    private int _rows;

    public override string Kind => "Dense";

    public override string Description => $"Dense({Literal.Int(units)})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public override bool TakesManySamples => _rows == 1;

    public override long MultiplyAdds => (long)_rows * _inputs * units;

    /// <summary>The axes of the kernel's inputs, whose product the input's last axis is; one axis, where the list is empty.</summary>
    public IReadOnlyList<int> InputAxes { get; init; } = [];

    /// <summary>The axes of the kernel's outputs and of the bias, whose product the units are; one axis, where the list is empty.</summary>
    public IReadOnlyList<int> UnitAxes { get; init; } = [];

    public override MaskRole Masks => MaskRole.Pass;

    public static Layer Read(ArgumentReader arguments) => new DenseLayer(arguments.Size("Units"), WeightedOptions.Read(arguments));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        _inputs = input.Last;
        _rows = input.Rows;
        if (!Shape.ProductFits([_inputs, units]))
        {
            problems.Add("SN3010", "Units", this, Literal.Product([_inputs, units]), Literal.Int(Shape.LargestSize));
            return null;
        }

        var kernel = new Shape([.. Axes(InputAxes, _inputs), .. Axes(UnitAxes, units)]);
        _weights = Options.Weights(kernel, _inputs, units, new Shape([.. Axes(UnitAxes, units)]));
        return new Shape([.. input.Dimensions.Take(input.Rank - 1), units]);
    }

    public override IReadOnlyList<ExtraBuffer> DerivedWeights(bool inputNeedsGradient) => inputNeedsGradient ? [Transposed] : [];

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var product = new Ir.Ops.MatrixProduct { X = lowering.X, Kernel = lowering.Weights[0], Bias = lowering.Bias() };
        return lowering.Activate(lowering.Add(product, shape), Applied);
    }

    public override void EmitForward(LayerEmission emission)
    {
        var product = new Emit.Tiles.MatrixProduct
        {
            Flavour = emission.Flavour,
            UnrollBudget = emission.UnrollBudget,
            Depth = _inputs,
            Columns = units,
            Names = s_forward,
            Bias = AddsBias ? "b" : null,
            Finish = Function.Forward,
        };
        string method = emission.Kernel(
            "Forward",
            $"y = {(Activation == "Linear" ? "" : Activation + " of ")}x w{(AddsBias ? " + b" : "")}: "
                + $"{emission.InputShape().WithBatch} x {_weights[0].Shape} -> {emission.Shape.WithBatch}.",
            $"ref float x, ref float w, {(AddsBias ? "ref float b, " : "")}ref float y, int m0, int m1",
            product.Write);
        emission.Call(
            method, emission.X(), emission.Weight(0), AddsBias ? emission.Weight(1) : "", emission.Y, emission.Rows(_rows));
    }

    public override void EmitBackward(LayerEmission emission)
    {
        if (Activation != "Linear")
        {
            ActivationBackward.Emit(emission, "BackwardActivation", Function, emission.Y, emission.DY, emission.DY, accumulates: false);
        }

        if (!emission.NeedsInputGradient())
        {
            return;
        }

        bool accumulates = emission.Accumulates();
        var product = new Emit.Tiles.MatrixProduct
        {
            Flavour = emission.Flavour,
            UnrollBudget = emission.UnrollBudget,
            Depth = units,
            Columns = _inputs,
            Names = s_backwardData,
            Accumulates = accumulates,
        };
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy w^T: {emission.Shape.WithBatch} -> {emission.InputShape().WithBatch}.",
            "ref float dy, ref float wt, ref float dx, int m0, int m1",
            product.Write);
        emission.Call(method, emission.DY, emission.Derived(Transposed), emission.DX(), emission.Rows(_rows));
    }

    public override void EmitDerivedWeights(LayerEmission emission)
    {
        if (emission.NeedsInputGradient())
        {
            emission.Call(
                "Transpose.Columns",
                emission.Weight(0),
                emission.Derived(Transposed),
                Literal.Int(_inputs),
                Literal.Int(units),
                LayerEmission.Share(units));
        }
    }

    public override void EmitWeightGradients(LayerEmission emission)
    {
        new KernelGradient { Weight = 0, Inputs = _inputs, GradientPitch = units, Rows = RowPairs.All(_rows) }
            .Emit(emission, "BackwardWeights", emission.X(), emission.DY);
        if (Options.UseBias)
        {
            BiasGradient.Emit(emission, 1, emission.DY, _rows);
        }
    }

    private static IEnumerable<int> Axes(IReadOnlyList<int> axes, int size) => axes.Count > 0 ? axes : [size];

    private ExtraBuffer Transposed => new("Transposed", _inputs * units);
}
