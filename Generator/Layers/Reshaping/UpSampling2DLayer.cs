using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;
using StaticNets.Generator.Shared;

namespace StaticNets.Generator.Layers.Reshaping;

/// <summary>An image or a sequence made larger by whole factors, by repeating its positions or by blending them.</summary>
internal sealed class UpSampling2DLayer(SpatialAxes axes, (int Vertical, int Horizontal) factors, bool isBilinear) : Layer
{
    private Shape _image = new(1, 1, 1);

    public override string Kind => "UpSampling" + axes.Suffix;

    public override string Description => $"{Kind}({axes.Text(factors)})";

    public static Layer Read1D(ArgumentReader arguments) => Read(arguments, SpatialAxes.Sequence);

    public static Layer Read2D(ArgumentReader arguments) => Read(arguments, SpatialAxes.Image);

    private static UpSampling2DLayer Read(ArgumentReader arguments, SpatialAxes axes) => new(
        axes,
        axes.Sizes(arguments, "Size", "Size", (2, 2)),
        arguments.Enum("Interpolation", Interpolation.Nearest) == Interpolation.Bilinear);

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (axes.ToImage(this, inputs[0], problems) is not { } image)
        {
            return null;
        }

        _image = image;
        int[] sizes = [image[0], factors.Vertical, image[1], factors.Horizontal, image.Last];
        if (!problems.Fit(this, sizes, "Size"))
        {
            return null;
        }

        return axes.FromImage(image[0] * factors.Vertical, image[1] * factors.Horizontal, image.Last);
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Resize { X = lowering.X, Image = _image, Factors = factors, IsBilinear = isBilinear }, shape);
}
