using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>A layer for each step of a sequence; each has its part of the masks, the further inputs.</summary>
internal sealed class TimeDistributedLayer(ReferenceLayer inner, string name, int steps) : ReferenceLayer([steps, .. inner.OutputShape])
{
    public override IReadOnlyList<ReferenceTensor> Weights => [.. inner.Weights.Select(tensor => tensor with { Name = $"{name}/{tensor.Name}" })];

    public override bool AppliesActivation => inner.AppliesActivation;

    public override bool HasHiddenNoise => inner.HasHiddenNoise || inner is NoiseLayer;

    public override double Margin(double[][] x) => Enumerable.Range(0, steps).Min(t => inner.Margin(Step(x, t)));

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w)
    {
        List<double> y = [];
        for (int t = 0; t < steps; t++)
        {
            // Noise, which no sample has alone, is not drawn here.
            y.AddRange(inner is NoiseLayer ? Step(x[0], t) : inner.Forward(Step(x, t), w));
        }

        return [.. y];
    }

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        List<double>[] dx = [.. x.Select(_ => new List<double>())];
        for (int t = 0; t < steps; t++)
        {
            double[][] gradients = inner is NoiseLayer ? [Step(dy, t)] : inner.Backward(Step(x, t), Step(y, t), Step(dy, t), w, dw);
            for (int i = 0; i < dx.Length; i++)
            {
                dx[i].AddRange(gradients[i]);
            }
        }

        return [.. dx.Select(values => values.ToArray())];
    }

    private double[][] Step(double[][] x, int t) => [.. x.Select(values => Step(values, t))];

    private double[] Step(double[] values, int t) => values[(t * values.Length / steps)..((t + 1) * values.Length / steps)];
}
