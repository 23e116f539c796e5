using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Convolutions;

/// <summary>The properties of <c>Conv2DAttribute</c> and <c>Conv1DAttribute</c> that their base doesn't have.</summary>
internal sealed record Conv2DOptions(
    SpatialAxes Axes,
    int Filters,
    (int Vertical, int Horizontal) Kernel,
    (int Vertical, int Horizontal) Strides,
    (int Vertical, int Horizontal) Dilation,
    Padding Padding,
    ConvolutionAlgorithm Algorithm,
    int Groups)
{
    /// <summary>Whether Winograd's algorithm can compute it.</summary>
    public bool SuitsWinograd => Kernel == (3, 3) && Strides == (1, 1) && Dilation == (1, 1) && Groups == 1;

    public string KernelText => Axes.Text(Kernel);

    /// <summary>What keeps Winograd's algorithm from computing it.</summary>
    private string Unsuited => Kernel != (3, 3) ? $"a kernel of {KernelText}"
        : Strides != (1, 1) ? $"strides of {Axes.Text(Strides)}"
        : Dilation != (1, 1) ? $"a dilation of {Axes.Text(Dilation)}"
        : $"{Literal.Int(Groups)} groups";

    /// <summary>A convolution of single pixels.</summary>
    public static Conv2DOptions Pointwise(int filters) =>
        new(SpatialAxes.Image, filters, (1, 1), (1, 1), (1, 1), Padding.Valid, ConvolutionAlgorithm.Auto, Groups: 1);

    public static Conv2DOptions Read(ArgumentReader arguments, SpatialAxes axes)
    {
        var options = new Conv2DOptions(
            axes,
            arguments.Size("Filters"),
            axes.Sizes(arguments, "KernelSize", "KernelSize", (1, 1)),
            axes.Sizes(arguments, "Strides", "StridesPerAxis", (1, 1)),
            axes.Sizes(arguments, "DilationRate", "DilationRatePerAxis", (1, 1)),
            arguments.Padding(mayBeCausal: axes == SpatialAxes.Sequence),
            arguments.Enum("Algorithm", ConvolutionAlgorithm.Auto),
            arguments.Size("Groups"));
        if (options.Algorithm is ConvolutionAlgorithm.WinogradF2 or ConvolutionAlgorithm.WinogradF4
            && !options.SuitsWinograd)
        {
            arguments.Problems.Add(ArgumentDiagnostics.NotForWinograd(arguments.Label, options.Algorithm, options.Unsuited));
        }

        bool strided = options.Strides.Vertical > 1 || options.Strides.Horizontal > 1;
        bool dilated = options.Dilation.Vertical > 1 || options.Dilation.Horizontal > 1;
        if (strided && dilated)
        {
            string argument = arguments.Has("DilationRatePerAxis") ? "DilationRatePerAxis" : "DilationRate";
            arguments.Problems.Add(ArgumentDiagnostics.StridesAndDilation(arguments.Label, argument));
        }

        return options;
    }

    /// <summary>How the window moves over the height.</summary>
    public WindowAxis Vertical(int height) => new(height, Kernel.Vertical, Strides.Vertical, Dilation.Vertical, Padding == Padding.Same);

    /// <summary>How the window moves over the width, or over a sequence's steps.</summary>
    public WindowAxis Horizontal(int width) => Padding == Padding.Causal
        ? WindowAxis.Causal(width, Kernel.Horizontal, Strides.Horizontal, Dilation.Horizontal)
        : new(width, Kernel.Horizontal, Strides.Horizontal, Dilation.Horizontal, Padding == Padding.Same);
}
