using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Convolutions;

/// <summary>How the kernel of a convolution moves over an image.</summary>
internal sealed record ConvolutionWindow(
    (int Vertical, int Horizontal) Kernel, (int Vertical, int Horizontal) Strides, (int Vertical, int Horizontal) Dilation, bool IsSame)
{
    public bool IsStrided => Strides != (1, 1);

    public bool IsDilated => Dilation != (1, 1);

    public int Taps => Kernel.Vertical * Kernel.Horizontal;

    public string KernelText => SpatialAxes.Image.Text(Kernel);

    public static ConvolutionWindow Read(ArgumentReader arguments) => new(
        arguments.Pair("KernelSize", "KernelSize", (1, 1)),
        arguments.Pair("Strides", "StridesPerAxis", (1, 1)),
        arguments.Pair("DilationRate", "DilationRatePerAxis", (1, 1)),
        arguments.Padding(mayBeCausal: false) == Padding.Same);

    /// <summary>The window's way along both axes of an image, or null after reporting that it doesn't fit.</summary>
    public (WindowAxis Vertical, WindowAxis Horizontal)? Axes(Layer layer, Shape input, LayerProblems problems)
    {
        var vertical = new WindowAxis(input[0], Kernel.Vertical, Strides.Vertical, Dilation.Vertical, IsSame);
        var horizontal = new WindowAxis(input[1], Kernel.Horizontal, Strides.Horizontal, Dilation.Horizontal, IsSame);
        if (vertical.Output >= 1 && horizontal.Output >= 1)
        {
            return SpatialAxes.IsWithinReach(layer, "KernelSize", vertical, horizontal, problems) ? (vertical, horizontal) : null;
        }

        SpatialAxes.Image.ReportWindow(layer, "KernelSize", (vertical.Reach, horizontal.Reach), input, problems);
        return null;
    }
}
