using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Convolutions;

/// <summary>A depthwise convolution without bias, and a convolution of single pixels that mixes the channels.</summary>
internal sealed class SeparableConv2DLayer(
    int filters, ConvolutionWindow window, int multiplier, WeightedOptions depthwise, WeightedOptions pointwise) : CompositeLayer
{
    public override string Kind => "SeparableConv2D";

    public override string Description => $"SeparableConv2D({Literal.Int(filters)}, {window.KernelText})";

    public static Layer Read(ArgumentReader arguments)
    {
        var pointwise = WeightedOptions.Read(arguments, "Pointwise");
        return new SeparableConv2DLayer(
            arguments.Size("Filters"),
            ConvolutionWindow.Read(arguments),
            arguments.Size("DepthMultiplier"),
            pointwise.ReadKernel(arguments, "Depthwise"),
            pointwise);
    }

    protected override IReadOnlyList<LayerPart>? InferParts(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        var channels = new DepthwiseConv2DLayer(window, multiplier, depthwise);
        if (problems.Infer(channels, inputs[0]) is not Shape between)
        {
            return null;
        }

        var pixels = new Conv2DLayer(Conv2DOptions.Pointwise(filters), pointwise);
        if (problems.Infer(pixels, between) is not Shape output)
        {
            return null;
        }

        var first = new LayerPart("depthwise", channels, between);
        return [first, new LayerPart("pointwise", pixels, output) { Inputs = [first] }];
    }

    protected override string WeightName(LayerPart part, WeightTensor weight) =>
        weight.Name == "kernel" ? part.Suffix + "_kernel" : weight.Name;
}
