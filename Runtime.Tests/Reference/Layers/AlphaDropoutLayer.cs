using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>a x + b</c> where 1 is drawn; where 0 is, the same line at SELU's limit.</summary>
internal sealed class AlphaDropoutLayer(int[] shape, double rate) : NoiseLayer(shape)
{
    private const double Limit = -1.6732632423543772 * 1.0507009873554805;

    private readonly double _a = Math.Pow((1 - rate) * (1 + (rate * Limit * Limit)), -0.5);

    public override bool IsConstant => rate == 0;

    public override IReadOnlyList<Moment> Moments => [new("share kept", draw => draw, 1 - rate, Math.Sqrt(rate * (1 - rate)))];

    private double B => -_a * Limit * rate;

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new AlphaDropoutLayer(inputShapes[0], attribute.Value("rate", 0.0));

    public override double Observe(double x, double y) => Math.Abs(y - OnLine(x)) < Math.Abs(y - OnLine(Limit)) ? 1 : 0;

    protected override (double Slope, double Offset) Line(double draw) => draw != 0 ? (_a, B) : (0, OnLine(Limit));

    private double OnLine(double x) => (_a * x) + B;
}
