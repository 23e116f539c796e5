using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers.Pools;

/// <summary>What the poolings over all positions, of images and of sequences, have in common.</summary>
internal abstract class GlobalPooling2DLayer(SpatialAxes axes, bool keepDims) : Layer
{
    /// <summary>Keras' name without its end: <c>GlobalMaxPooling</c>.</summary>
    protected abstract string Stem { get; }

    /// <summary>Whether it is the one-dimensional layer, which knows masks.</summary>
    protected bool IsOfSequences => axes == SpatialAxes.Sequence;

    public sealed override string Kind => Stem + axes.Suffix;

    public sealed override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (axes.ToImage(this, inputs[0], problems) is not { } image)
        {
            return null;
        }

        return keepDims ? axes.FromImage(1, 1, image.Last) : new Shape(image.Last);
    }
}
