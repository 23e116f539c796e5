using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>
/// <c>softmax(scores) v</c>, a score being <c>sum w tanh(q + k)</c> of a query and a key. Further inputs are masks of keys.
/// </summary>
internal sealed class AdditiveAttentionLayer(IReadOnlyList<int[]> inputs)
    : ReferenceLayer([inputs[0][0], inputs[AttentionLayer.ValueOf(inputs.Count)][1]])
{
    private readonly int _value = AttentionLayer.ValueOf(inputs.Count);
    private readonly int _key = inputs.Count - 1;
    private readonly int _queries = inputs[0][0];
    private readonly int _keys = inputs[^1][0];
    private readonly int _length = inputs[0][1];
    private readonly int _width = inputs[AttentionLayer.ValueOf(inputs.Count)][1];

    public override IReadOnlyList<ReferenceTensor> Weights => [new("scale", [_length], 0, 0)];

    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) => new AdditiveAttentionLayer(inputShapes);

    public override double[] Forward(double[][] x, ReadOnlySpan<double> w)
    {
        double[] y = new double[_queries * _width];
        for (int t = 0; t < _queries; t++)
        {
            double[] p = Shares(x, w, t);
            for (int i = 0; i < _width; i++)
            {
                y[(t * _width) + i] = p.Select((share, s) => share * x[_value][(s * _width) + i]).Sum();
            }
        }

        return y;
    }

    public override double[][] Backward(double[][] x, double[] y, double[] dy, ReadOnlySpan<double> w, Span<double> dw)
    {
        double[][] dx = [.. x.Select(values => new double[values.Length])];
        for (int t = 0; t < _queries; t++)
        {
            double[] p = Shares(x, w, t);
            double[] dp = new double[_keys];
            for (int s = 0; s < _keys; s++)
            {
                for (int i = 0; i < _width; i++)
                {
                    dp[s] += dy[(t * _width) + i] * x[_value][(s * _width) + i];
                    dx[_value][(s * _width) + i] += dy[(t * _width) + i] * p[s];
                }
            }

            double mean = p.Zip(dp, (share, gradient) => share * gradient).Sum();
            for (int s = 0; s < _keys; s++)
            {
                double ds = p[s] * (dp[s] - mean);
                for (int i = 0; i < _length; i++)
                {
                    double h = Math.Tanh(x[0][(t * _length) + i] + x[_key][(s * _length) + i]);
                    dw[i] += ds * h;
                    dx[0][(t * _length) + i] += ds * w[i] * (1 - (h * h));
                    dx[_key][(s * _length) + i] += ds * w[i] * (1 - (h * h));
                }
            }
        }

        return dx;
    }

    /// <summary>What a query takes of each key's value.</summary>
    private double[] Shares(double[][] x, ReadOnlySpan<double> w, int t)
    {
        double[] scores = new double[_keys];
        for (int s = 0; s < _keys; s++)
        {
            for (int i = 0; i < _length; i++)
            {
                scores[s] += w[i] * Math.Tanh(x[0][(t * _length) + i] + x[_key][(s * _length) + i]);
            }
        }

        bool[] counts = [.. Enumerable.Range(0, _keys).Select(s => x[(_key + 1)..].All(mask => mask[s] != 0))];
        double[] e = [.. scores.Select((score, s) => counts[s] ? Math.Exp(score - scores.Max()) : 0)];
        return [.. e.Select(value => value > 0 ? value / e.Sum() : 0)];
    }
}
