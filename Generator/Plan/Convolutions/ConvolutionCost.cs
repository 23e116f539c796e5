using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>The estimated time of each pass of a convolution for one image, in multiply-adds of a vector.</summary>
internal readonly record struct ConvolutionCost(double Forward, double BackwardData, double BackwardWeights)
{
    private static int Lanes => Flavour.Widest.Lanes;

    public static int Vectors(int channels) => (channels + Lanes - 1) / Lanes;
}

/// <summary>The direct algorithm's cost: a multiply-add for every tap, channel, filter and result.</summary>
internal static class DirectCost
{
    public static ConvolutionCost Of(ConvolutionShape shape)
    {
        double products = (double)shape.ComputedRows * shape.ComputedColumns * shape.Vertical.Window * shape.Horizontal.Window;
        double forward = products * shape.Channels * ConvolutionCost.Vectors(shape.Filters);
        return new ConvolutionCost(forward, products * shape.Filters * ConvolutionCost.Vectors(shape.Channels), forward);
    }
}

/// <summary>Winograd's cost: a matrix product for each frequency, and the transforms of each tile.</summary>
internal static class WinogradCost
{
    // Loads, additions and stores that a transform needs for each frequency of a tile.
    private const double TransformPerFrequency = 5;

    public static ConvolutionCost Of(WinogradShape shape)
    {
        int channels = shape.Convolution.Channels;
        int filters = shape.Convolution.Filters;
        double rows = shape.Input.Groups.Sum(group => (double)group.Count * group.TilesPerImage);
        double transforms = rows * TransformPerFrequency * (ConvolutionCost.Vectors(channels) + ConvolutionCost.Vectors(filters));
        double forward = (rows * channels * ConvolutionCost.Vectors(filters)) + transforms;
        double backwardData = (rows * filters * ConvolutionCost.Vectors(channels)) + transforms;
        return new ConvolutionCost(forward, backwardData, forward);
    }
}
