using System;
using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>0 where 0 is drawn, <c>x / (1 - rate)</c> where 1 is; one draw for each value, or for each channel.</summary>
internal sealed class DropoutLayer(int[] shape, double rate, bool isSpatial = false) : NoiseLayer(shape)
{
    public double Rate => rate;

    public override int DrawCount => isSpatial ? OutputShape[^1] : OutputSize;

    public override bool IsConstant => rate is 0 or 1;

    public override IReadOnlyList<Moment> Moments => [new("share kept", draw => draw, 1 - rate, Math.Sqrt(rate * (1 - rate)))];

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new DropoutLayer(inputShapes[0], attribute.Value("rate", 0.0));

    public static ReferenceLayer ReadSpatial(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new DropoutLayer(inputShapes[0], attribute.Value("rate", 0.0), isSpatial: true);

    public override double Observe(double x, double y) => y == 0 ? 0 : 1;

    protected override (double Slope, double Offset) Line(double draw) => (rate < 1 ? draw / (1 - rate) : 0, 0);
}
