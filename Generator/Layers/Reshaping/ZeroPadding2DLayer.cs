using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Reshaping;

/// <summary>Zeros around an image, or before and behind a sequence. A pass gives them to a convolution that alone reads them.</summary>
internal sealed class ZeroPadding2DLayer(SpatialAxes axes, Margins margins) : MarginLayer(axes, margins)
{
    public override string Kind => "ZeroPadding" + Axes.Suffix;

    public static Layer Read1D(ArgumentReader arguments) => Read(arguments, SpatialAxes.Sequence);

    public static Layer Read2D(ArgumentReader arguments) => Read(arguments, SpatialAxes.Image);

    private static ZeroPadding2DLayer Read(ArgumentReader arguments, SpatialAxes axes) =>
        new(axes, MarginsReader.Read(arguments, axes, "Padding", 1));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (Axes.ToImage(this, inputs[0], problems) is not { } image)
        {
            return null;
        }

        // Neither margins nor images are larger than Shape.LargestSize, so their sum is an integer; the graph checks the product.
        int height = image[0] + Margins.Top + Margins.Bottom;
        int width = image[1] + Margins.Left + Margins.Right;
        Outer = new Shape(height, width, image.Last);
        return Axes.FromImage(height, width, image.Last);
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Margin { X = lowering.X, Outer = Outer, Margins = Margins, IsAdded = true }, shape);
}
