using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers;

/// <summary>
/// The axes that a layer works along: a sequence's steps, or an image's height and width. A sequence (T, C) is an image (1, T, C), so one
/// layer serves both, with the same kernels.
/// </summary>
internal sealed class SpatialAxes
{
    public static readonly SpatialAxes Sequence = new(1);
    public static readonly SpatialAxes Image = new(2);

    private readonly int _count;

    private SpatialAxes(int count) => _count = count;

    /// <summary>How Keras' names of such layers end: <c>1D</c>.</summary>
    public string Suffix => Literal.Int(_count) + "D";

    private bool IsSequence => _count == 1;

    /// <summary>The input as an image, or null after reporting that it has another number of axes.</summary>
    public Shape? ToImage(Layer layer, Shape input, LayerProblems problems)
    {
        if (!IsSequence)
        {
            return problems.IsImage(layer, input) ? input : null;
        }

        return problems.IsSequence(layer, input) ? new Shape(1, input[0], input[1]) : null;
    }

    /// <summary>An image, or another shape whose first axis is the height, as the layer shows it.</summary>
    public Shape FromImage(params int[] image) => new(IsSequence ? image.Skip(1).ToArray() : image);

    /// <summary>
    /// An argument that is one number for all axes, or an array under <paramref name="perAxis"/>; along the height of a sequence it is 1.
    /// </summary>
    public (int Vertical, int Horizontal) Sizes(
        ArgumentReader arguments, string name, string perAxis, (int Vertical, int Horizontal) defaultValue) =>
        IsSequence ? (1, arguments.Size(name, defaultValue.Horizontal)) : arguments.Pair(name, perAxis, defaultValue);

    /// <summary>Sizes as descriptions show them: <c>3</c>, <c>3x5</c>.</summary>
    public string Text((int Vertical, int Horizontal) sizes) =>
        IsSequence || sizes.Vertical == sizes.Horizontal
            ? Literal.Int(sizes.Horizontal)
            : $"{Literal.Int(sizes.Vertical)}x{Literal.Int(sizes.Horizontal)}";

    /// <summary>Whether offsets reach from a window's first position to its last; reports if not.</summary>
    public static bool IsWithinReach(Layer layer, string argument, WindowAxis vertical, WindowAxis horizontal, LayerProblems problems)
    {
        long reach = Math.Max(vertical.Reach, horizontal.Reach);
        if (reach <= Shape.LargestSize)
        {
            return true;
        }

        string demand = $"at most {Literal.Int(Shape.LargestSize)} positions, with what the dilation puts between its taps";
        problems.Add(ArgumentDiagnostics.SettingOutOfRange(problems.Label(layer), argument, demand, reach));
        return false;
    }

    /// <summary>Reports a window that doesn't fit into the image.</summary>
    public void ReportWindow(Layer layer, string argument, (long Vertical, long Horizontal) window, Shape image, LayerProblems problems)
    {
        string size = IsSequence
            ? Literal.Int(window.Horizontal) + "-step"
            : $"{Literal.Int(window.Vertical)}x{Literal.Int(window.Horizontal)}";
        string room = IsSequence
            ? Literal.Int(image[1]) + (image[1] == 1 ? " step" : " steps")
            : $"{Literal.Int(image[0])}x{Literal.Int(image[1])}";
        problems.Add(GraphDiagnostics.WindowTooLarge(problems.Label(layer), argument, size, problems.InputKind(), room));
    }
}
