using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Core;

/// <summary><c>y = activation(x w + b)</c> over the last axis.</summary>
internal sealed class DenseLayer(int units, WeightedOptions options) : WeightedLayer(options)
{
    private IReadOnlyList<WeightTensor> _weights = [];
    private int _inputs;

    public override string Kind => "Dense";

    public override string Description => $"Dense({Literal.Int(units)})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    /// <summary>The axes of the kernel's inputs, whose product the input's last axis is; one axis, where the list is empty.</summary>
    public IReadOnlyList<int> InputAxes { get; init; } = [];

    /// <summary>The axes of the kernel's outputs and of the bias, whose product the units are; one axis, where the list is empty.</summary>
    public IReadOnlyList<int> UnitAxes { get; init; } = [];

    public override bool PassesMask => true;

    public static Layer Read(ArgumentReader arguments) => new DenseLayer(arguments.Size("Units"), WeightedOptions.Read(arguments));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        _inputs = input.Last;
        if (!problems.Fit(this, [_inputs, units], "Units"))
        {
            return null;
        }

        var kernel = new Shape([.. Axes(InputAxes, _inputs), .. Axes(UnitAxes, units)]);
        _weights = Options.Weights(kernel, _inputs, units, new Shape([.. Axes(UnitAxes, units)]));
        return new Shape([.. input.Dimensions.Take(input.Rank - 1), units]);
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var product = new MatrixProduct { X = lowering.X, Kernel = lowering.Weights[0], Bias = lowering.Bias() };
        return lowering.Activate(lowering.Add(product, shape), Options.Activation);
    }

    private static IEnumerable<int> Axes(IReadOnlyList<int> axes, int size) => axes.Count > 0 ? axes : [size];
}
