using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Layers;

/// <summary>The properties of <c>Conv2DAttribute</c> that its base doesn't have.</summary>
internal sealed record Conv2DOptions(
    int Filters, (int Vertical, int Horizontal) Kernel, (int Vertical, int Horizontal) Strides, (int Vertical, int Horizontal) Dilation, bool IsSame, string Algorithm)
{
    /// <summary>The members of <c>ConvolutionAlgorithm</c>.</summary>
    public static readonly string[] Algorithms = ["Auto", "Direct", "WinogradF2", "WinogradF4"];

    private static readonly string[] s_paddings = ["Valid", "Same"];

    /// <summary>Whether Winograd's algorithm can compute it.</summary>
    public bool SuitsWinograd => Kernel == (3, 3) && Strides == (1, 1) && Dilation == (1, 1);

    public string KernelText => Kernel.Vertical == Kernel.Horizontal
        ? Literal.Int(Kernel.Vertical)
        : $"{Literal.Int(Kernel.Vertical)}x{Literal.Int(Kernel.Horizontal)}";

    public static Conv2DOptions Read(ArgumentReader arguments)
    {
        var options = new Conv2DOptions(
            arguments.Size("Filters"),
            arguments.Pair("KernelSize", "KernelSize", (1, 1)),
            arguments.Pair("Strides", "StridesPerAxis", (1, 1)),
            arguments.Pair("DilationRate", "DilationRatePerAxis", (1, 1)),
            arguments.Enum("Padding", "Valid", s_paddings) == "Same",
            arguments.Enum("Algorithm", "Auto", Algorithms));
        if (options.Algorithm.StartsWith("Winograd", System.StringComparison.Ordinal) && !options.SuitsWinograd)
        {
            arguments.Problems.Add("SN2010", "Algorithm", $"Conv2D({Literal.Int(options.Filters)}, {options.KernelText})", options.Algorithm);
        }

        bool strided = options.Strides.Vertical > 1 || options.Strides.Horizontal > 1;
        bool dilated = options.Dilation.Vertical > 1 || options.Dilation.Horizontal > 1;
        if (strided && dilated)
        {
            arguments.Problems.Add("SN2005", arguments.Has("DilationRatePerAxis") ? "DilationRatePerAxis" : "DilationRate", arguments.Label);
        }

        return options;
    }
}
