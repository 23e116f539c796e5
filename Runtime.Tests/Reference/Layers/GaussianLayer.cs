using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>Standard normal draws z: <c>x + deviation z</c>, or as dropout <c>x (1 + deviation z)</c>.</summary>
internal sealed class GaussianLayer(int[] shape, double deviation, bool multiplies) : NoiseLayer(shape)
{
    /// <summary>The probability to be within one standard deviation.</summary>
    private const double Within = 0.682689492137086;

    public override bool IsConstant => deviation == 0;

    public override IReadOnlyList<Moment> Moments => IsConstant
        ? []
        : [
            new("mean", draw => draw, 0, 1),
            new("variance", draw => draw * draw, 1, Math.Sqrt(2)),
            new("share within a deviation", draw => Math.Abs(draw) < 1 ? 1 : 0, Within, Math.Sqrt(Within * (1 - Within))),
        ];

    public static ReferenceLayer ReadNoise(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new GaussianLayer(inputShapes[0], attribute.Value("stddev", 0.0), multiplies: false);

    public static ReferenceLayer ReadDropout(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        double rate = attribute.Value("rate", 0.0);
        return new GaussianLayer(inputShapes[0], Math.Sqrt(rate / (1 - rate)), multiplies: true);
    }

    public override double Observe(double x, double y) => IsConstant ? 0 : (multiplies ? (y / x) - 1 : y - x) / deviation;

    protected override (double Slope, double Offset) Line(double draw) => multiplies ? (1 + (deviation * draw), 0) : (1, deviation * draw);
}
