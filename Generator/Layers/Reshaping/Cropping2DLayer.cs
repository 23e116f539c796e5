using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Reshaping;

/// <summary>An image or a sequence without its margins.</summary>
internal sealed class Cropping2DLayer(SpatialAxes axes, Margins margins) : MarginLayer(axes, margins)
{
    public override string Kind => "Cropping" + Axes.Suffix;

    public static Layer Read1D(ArgumentReader arguments) => Read(arguments, SpatialAxes.Sequence, 1);

    public static Layer Read2D(ArgumentReader arguments) => Read(arguments, SpatialAxes.Image, 0);

    private static Cropping2DLayer Read(ArgumentReader arguments, SpatialAxes axes, int defaultValue) =>
        new(axes, MarginsReader.Read(arguments, axes, "Cropping", defaultValue));

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (Axes.ToImage(this, inputs[0], problems) is not { } image)
        {
            return null;
        }

        Outer = image;
        int height = image[0] - Margins.Top - Margins.Bottom;
        int width = image[1] - Margins.Left - Margins.Right;
        if (height < 1 || width < 1)
        {
            problems.Add(SpatialDiagnostics.NothingLeft(problems.Label(this), problems.InputKind(), inputs[0]));
            return null;
        }

        return Axes.FromImage(height, width, image.Last);
    }

    public override Value Lower(Lowering lowering, Shape shape) =>
        lowering.Add(new Margin { X = lowering.X, Outer = Outer, Margins = Margins, IsAdded = false }, shape);
}
