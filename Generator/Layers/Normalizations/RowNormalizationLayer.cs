using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers.Normalizations;

/// <summary>
/// A layer that normalizes the last axes of each sample, row by row. Its rows' statistics are kept for the backward pass.
/// </summary>
internal abstract class RowNormalizationLayer(LastAxes axes, RowStatistic statistic, double epsilon) : Layer
{
    private int _size;

    public override bool PassesMask => true;

    /// <summary>The number of the weight that multiplies, or -1.</summary>
    protected abstract int Scale { get; }

    /// <summary>The number of the weight that is added, or -1.</summary>
    protected abstract int Center { get; }

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        if (axes.Of(inputs[0], this, problems) is not Shape normalized)
        {
            return null;
        }

        _size = normalized.Size;
        CreateWeights(normalized);
        return inputs[0];
    }

    public override Value Lower(Lowering lowering, Shape shape)
    {
        var normalization = new RowNormalization
        {
            X = lowering.X,
            Statistic = statistic,
            Size = _size,
            Epsilon = epsilon,
            Scale = lowering.Weight(Scale),
            Center = lowering.Weight(Center),
        };
        return lowering.Add(normalization, shape);
    }

    /// <summary>Creates the weights of the shape.</summary>
    protected virtual void CreateWeights(Shape shape)
    {
    }
}
