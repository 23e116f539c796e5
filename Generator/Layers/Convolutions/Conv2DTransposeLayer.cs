using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Convolutions;

/// <summary>
/// A transposed convolution: each pixel is spread over the pixels that a convolution would have read it from. The kernel's shape
/// is (KH, KW, filters, C).
/// </summary>
internal sealed class Conv2DTransposeLayer(
    int filters, ConvolutionWindow window, OutputPadding outputPadding, WeightedOptions weighted) : WeightedLayer(weighted)
{
    private IReadOnlyList<WeightTensor> _weights = [];
    private WindowAxis _vertical = new(1, 1, 1, 1, false);
    private WindowAxis _horizontal = new(1, 1, 1, 1, false);
    private int _channels;

    public override string Kind => "Conv2DTranspose";

    public override string Description => $"Conv2DTranspose({Literal.Int(filters)}, {window.KernelText})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public static Layer Read(ArgumentReader arguments)
    {
        var window = ConvolutionWindow.Read(arguments);
        if (window.IsStrided && window.IsDilated)
        {
            string argument = arguments.Has("DilationRatePerAxis") ? "DilationRatePerAxis" : "DilationRate";
            arguments.Problems.Add(ArgumentDiagnostics.StridesAndDilation(arguments.Label, argument));
        }

        return new Conv2DTransposeLayer(
            arguments.Size("Filters"),
            window,
            OutputPadding.Read(arguments, window.Strides),
            WeightedOptions.Read(arguments));
    }

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        if (!problems.IsImage(this, input))
        {
            return null;
        }

        _channels = input.Last;
        (int vertical, int horizontal) = window.Kernel;
        _vertical = WindowAxis.Transposed(
            input[0], vertical, window.Strides.Vertical, window.Dilation.Vertical, window.IsSame, outputPadding.Vertical);
        _horizontal = WindowAxis.Transposed(
            input[1], horizontal, window.Strides.Horizontal, window.Dilation.Horizontal, window.IsSame, outputPadding.Horizontal);
        if (_vertical.Input < 1 || _horizontal.Input < 1)
        {
            // An even kernel on one row or column, all of which would be cut off.
            const string Demand = "at least 1 for the output to have a pixel";
            problems.Add(ArgumentDiagnostics.SettingOutOfRange(problems.Label(this), outputPadding.Argument, Demand, 0));
            return null;
        }

        if (!SpatialAxes.IsWithinReach(this, "KernelSize", _vertical, _horizontal, problems))
        {
            return null;
        }

        int[] kernel = [window.Kernel.Vertical, window.Kernel.Horizontal, filters, _channels];
        if (!problems.Fit(this, kernel, "Filters"))
        {
            return null;
        }

        int fanIn = window.Taps * filters;
        int fanOut = window.Taps * _channels;
        IReadOnlyList<WeightTensor> weights = Options.Weights(new Shape(kernel), fanIn, fanOut, new Shape(filters));
        _weights = [weights[0] with { Units = new UnitLayout(filters, _channels) }, .. weights.Skip(1)];
        return new Shape(_vertical.Input, _horizontal.Input, filters);
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var convolution = new TransposedConvolution
        {
            X = lowering.X,
            Kernel = lowering.Weights[0],
            Bias = lowering.Bias(),
            Vertical = _vertical,
            Horizontal = _horizontal,
            Channels = _channels,
            Filters = filters,
        };
        return lowering.Activate(lowering.Add(convolution, shape), Options.Activation);
    }
}
