using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Convolutions;

/// <summary>
/// A convolution of an image, or of a sequence as an image of height 1, with its activation.
/// </summary>
internal sealed class Conv2DLayer(Conv2DOptions options, WeightedOptions weighted) : WeightedLayer(weighted)
{
    private IReadOnlyList<WeightTensor> _weights = [];
    private WindowAxis _vertical = new(1, 1, 1, 1, false);
    private WindowAxis _horizontal = new(1, 1, 1, 1, false);
    private int _channels;

    public override string Kind => "Conv" + options.Axes.Suffix;

    public override string Description => $"{Kind}({Literal.Int(options.Filters)}, {options.KernelText})";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    public static Layer Read1D(ArgumentReader arguments) => Read(arguments, SpatialAxes.Sequence);

    public static Layer Read2D(ArgumentReader arguments) => Read(arguments, SpatialAxes.Image);

    private static Conv2DLayer Read(ArgumentReader arguments, SpatialAxes axes) =>
        new(Conv2DOptions.Read(arguments, axes), WeightedOptions.Read(arguments));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (options.Axes.ToImage(this, inputs[0], problems) is not { } image)
        {
            return null;
        }

        _channels = image.Last;
        _vertical = options.Vertical(image[0]);
        _horizontal = options.Horizontal(image[1]);
        if (_vertical.Output < 1 || _horizontal.Output < 1)
        {
            options.Axes.ReportWindow(this, "KernelSize", (_vertical.Reach, _horizontal.Reach), image, problems);
            return null;
        }

        if (!SpatialAxes.IsWithinReach(this, "KernelSize", _vertical, _horizontal, problems))
        {
            return null;
        }

        if (_channels % options.Groups != 0)
        {
            problems.Add(SequenceDiagnostics.UnevenGroups(problems.Label(this), options.Groups, problems.InputKind(), _channels));
            return null;
        }

        if (options.Filters % options.Groups != 0)
        {
            problems.Add(GraphDiagnostics.UnevenFilters(problems.Label(this), options.Filters, options.Groups));
            return null;
        }

        int summed = _channels / options.Groups;
        int[] kernel = [options.Kernel.Vertical, options.Kernel.Horizontal, summed, options.Filters];
        if (!problems.Fit(this, kernel, "Filters"))
        {
            return null;
        }

        int taps = options.Kernel.Vertical * options.Kernel.Horizontal;
        _weights = Options.Weights(options.Axes.FromImage(kernel), taps * summed, taps * options.Filters);
        return options.Axes.FromImage(_vertical.Output, _horizontal.Output, options.Filters);
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var convolution = new Convolution
        {
            X = lowering.X,
            Kernel = lowering.Weights[0],
            Bias = lowering.Bias(),
            Vertical = _vertical,
            Horizontal = _horizontal,
            Channels = _channels,
            Filters = options.Filters,
            Groups = options.Groups,
            Algorithm = !options.SuitsWinograd ? ConvolutionAlgorithm.Direct
                : options.Algorithm == ConvolutionAlgorithm.Auto ? lowering.Convolution
                : options.Algorithm,
        };
        return lowering.Activate(lowering.Add(convolution, shape), Options.Activation);
    }
}
