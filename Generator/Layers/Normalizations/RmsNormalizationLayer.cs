using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Arguments;

namespace StaticNets.Generator.Layers.Normalizations;

/// <summary><c>y = scale x / sqrt(mean(x^2) + epsilon)</c> over the last axes of each sample.</summary>
internal sealed class RmsNormalizationLayer(LastAxes axes, double epsilon) : RowNormalizationLayer(axes, RowStatistic.MeanSquare, epsilon)
{
    private IReadOnlyList<WeightTensor> _weights = [];

    public override string Kind => "RMSNormalization";

    public override IReadOnlyList<WeightTensor> Weights => _weights;

    protected override int Scale => 0;

    protected override int Center => -1;

    public static Layer Read(ArgumentReader arguments) =>
        new RmsNormalizationLayer(LastAxes.Read(arguments), ScaleAndCenter.ReadEpsilon(arguments, 1e-6));

    protected override void CreateWeights(Shape shape) =>
        _weights =
        [
            new WeightTensor
            {
                Name = "scale",
                Shape = shape,
                Start = new WeightStart("Ones", 0, shape.Size, shape.Size),
                Penalty = default,
            },
        ];
}
