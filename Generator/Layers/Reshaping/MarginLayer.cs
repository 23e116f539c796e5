using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers.Reshaping;

/// <summary>A layer that puts margins around an image or a sequence, or takes them off. Without margins it is a view.</summary>
internal abstract class MarginLayer(SpatialAxes axes, Margins margins) : Layer
{
    protected SpatialAxes Axes { get; } = axes;

    public Margins Margins { get; } = margins;

    /// <summary>The image with the margins; known once the shape is.</summary>
    protected Shape Outer { get; set; } = new(1, 1, 1);

    public override string Description => $"{Kind}({MarginsReader.Text(Margins, Axes)})";
}
