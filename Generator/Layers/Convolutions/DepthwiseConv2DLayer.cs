using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Convolutions;

/// <summary>
/// A convolution of each channel for itself. With a multiplier it is made of two layers: one repeats each channel, and then every channel
/// has one kernel, whose taps stand in memory as they did before.
/// </summary>
internal sealed class DepthwiseConv2DLayer(ConvolutionWindow window, int multiplier, WeightedOptions weighted, bool readsRepeated = false)
    : WeightedLayer(weighted)
{
    private IReadOnlyList<WeightTensor> _weights = [];
    private WindowAxis _vertical = new(1, 1, 1, 1, false);
    private WindowAxis _horizontal = new(1, 1, 1, 1, false);
    private int _channels;

    public override string Kind => "DepthwiseConv2D";

    public override string Description => $"DepthwiseConv2D({window.KernelText})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public static Layer Read(ArgumentReader arguments) => new DepthwiseConv2DLayer(
        ConvolutionWindow.Read(arguments),
        arguments.Size("DepthMultiplier"),
        WeightedOptions.Read(arguments, "Depthwise"));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Shape input = inputs[0];
        if (!problems.IsImage(this, input) || window.Axes(this, input, problems) is not var (vertical, horizontal))
        {
            return null;
        }

        int read = readsRepeated ? input.Last / multiplier : input.Last;
        int[] kernel = [window.Kernel.Vertical, window.Kernel.Horizontal, read, multiplier];
        if (!Shape.ProductFits(kernel) || !Shape.ProductFits([input[0], input[1], read, multiplier]))
        {
            problems.Add(GraphDiagnostics.TooLarge(problems.Label(this), Shape.Product(kernel), "DepthMultiplier"));
            return null;
        }

        (_vertical, _horizontal) = (vertical, horizontal);
        _channels = read * multiplier;
        _weights = Options.Weights(new Shape(kernel), window.Taps * read, window.Taps * multiplier, new Shape(_channels));
        if (multiplier > 1 && !readsRepeated)
        {
            AddParts(input, problems);
        }

        return new Shape(vertical.Output, horizontal.Output, _channels);
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        if (Parts.Count > 0)
        {
            return lowering.LowerParts(this);
        }

        var convolution = new DepthwiseConvolution
        {
            X = lowering.X,
            Kernel = lowering.Weights[0],
            Bias = lowering.Bias(),
            Vertical = _vertical,
            Horizontal = _horizontal,
            Channels = _channels,
        };
        return lowering.Activate(lowering.Add(convolution, shape), Options.Activation);
    }

    private void AddParts(Shape input, LayerProblems problems)
    {
        Layer repeat = new RepeatedChannelsLayer(multiplier);
        Shape repeated = repeat.InferShape([input], problems)!;
        var convolution = new DepthwiseConv2DLayer(window, multiplier, Options, readsRepeated: true);
        var first = new LayerPart("channels", repeat, repeated);
        Parts = [first, new LayerPart("convolution", convolution, convolution.InferShape([repeated], problems)!) { Inputs = [first] }];
    }
}
