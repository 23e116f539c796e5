using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Plan.Convolutions;

/// <summary>Convolutions as their kernels see them.</summary>
internal static class ConvolutionShapes
{
    public static ConvolutionShape Of(Convolution operation) => new()
    {
        Vertical = operation.Vertical,
        Horizontal = operation.Horizontal,
        Channels = operation.Channels,
        Filters = operation.Filters,
        Groups = operation.Groups,
        UseBias = operation.AddsBias,
        Activation = operation.Activation,
        Pool = operation.Pool,
    };

    /// <summary>The convolution that goes the other way, from the result to the operand.</summary>
    public static ConvolutionShape Turned(TransposedConvolution operation) => new()
    {
        Vertical = operation.Vertical,
        Horizontal = operation.Horizontal,
        Channels = operation.Filters,
        Filters = operation.Channels,
        UseBias = false,
        Activation = KnownActivations.Linear,
    };

    public static DepthwiseShape Of(DepthwiseConvolution operation) => new()
    {
        Vertical = operation.Vertical,
        Horizontal = operation.Horizontal,
        Channels = operation.Channels,
        UseBias = operation.AddsBias,
        Activation = operation.Activation,
    };
}
