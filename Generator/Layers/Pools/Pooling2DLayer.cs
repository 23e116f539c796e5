using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Pools;

/// <summary>
/// What the poolings of images, and of sequences as images of height 1, have in common: the window and its shape inference.
/// </summary>
internal abstract class Pooling2DLayer(PoolingOptions options) : Layer
{
    protected WindowAxis Vertical { get; private set; } = new(1, 1, 1, 1, false);

    protected WindowAxis Horizontal { get; private set; } = new(1, 1, 1, 1, false);

    public override string Description => $"{Kind}({options.Axes.Text(options.Size)})";

    public PoolingOptions Options => options;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (options.Axes.ToImage(this, inputs[0], problems) is not { } image)
        {
            return null;
        }

        Vertical = new WindowAxis(image[0], options.Size.Vertical, options.Strides.Vertical, 1, options.IsSame);
        Horizontal = new WindowAxis(image[1], options.Size.Horizontal, options.Strides.Horizontal, 1, options.IsSame);
        if (Vertical.Output < 1 || Horizontal.Output < 1)
        {
            options.Axes.ReportWindow(this, "PoolSize", options.Size, image, problems);
            return null;
        }

        if (!SpatialAxes.IsWithinReach(this, "PoolSize", Vertical, Horizontal, problems))
        {
            return null;
        }

        return options.Axes.FromImage(Vertical.Output, Horizontal.Output, image.Last);
    }

    /// <summary>What is kept of a window.</summary>
    protected abstract PoolingFunction Function { get; }

    public sealed override Value Lower(Lowering lowering, Shape shape) => lowering.Add(
        new Pooling { X = lowering.X, Function = Function, Vertical = Vertical, Horizontal = Horizontal, Channels = shape.Last }, shape);
}
