using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Normalizations;

/// <summary><c>y = gamma (x - mean) / sqrt(variance + epsilon) + beta</c> over the last axes of each sample.</summary>
internal sealed class LayerNormalizationLayer(LastAxes axes, ScaleAndCenter options)
    : RowNormalizationLayer(axes, RowStatistic.Variance, options.Epsilon)
{
    private IReadOnlyList<WeightTensor> _weights = [];

    public override string Kind => "LayerNormalization";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    protected override int Scale => options.Gamma is null ? -1 : 0;

    protected override int Center => options.Beta is null ? -1 : _weights.Count - 1;

    public static Layer Read(ArgumentReader arguments) =>
        new LayerNormalizationLayer(LastAxes.Read(arguments), ScaleAndCenter.Read(arguments));

    protected override void CreateWeights(Shape shape) => _weights = options.Weights(shape);
}
