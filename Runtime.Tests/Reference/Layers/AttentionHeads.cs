using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary><c>softmax(q k^T / sqrt(K)) v</c> for each head, which are side by side in the rows of q (T, H K), k (S, H K) and v (S, H V).</summary>
internal sealed class AttentionHeads(int queries, int keys, int heads, int keyDim, int valueDim, bool isCausal)
{
    public double[] Forward(double[] q, double[] k, double[] v, double[][] masks)
    {
        double[] y = new double[queries * heads * valueDim];
        foreach ((int h, int t) in Rows())
        {
            double[] p = Probabilities(q, k, h, t, masks);

            // What comes later is not read, so that NaN there does no harm.
            for (int s = 0; s < keys && !(isCausal && s > t); s++)
            {
                for (int i = 0; i < valueDim; i++)
                {
                    y[Value(t, h, i)] += p[s] * v[Value(s, h, i)];
                }
            }
        }

        return y;
    }

    public (double[] Dq, double[] Dk, double[] Dv) Backward(double[] q, double[] k, double[] v, double[] dy, double[][] masks)
    {
        double[] dq = new double[q.Length];
        double[] dk = new double[k.Length];
        double[] dv = new double[v.Length];
        foreach ((int h, int t) in Rows())
        {
            double[] p = Probabilities(q, k, h, t, masks);
            double[] dp = new double[keys];
            for (int s = 0; s < keys; s++)
            {
                for (int i = 0; i < valueDim; i++)
                {
                    dv[Value(s, h, i)] += p[s] * dy[Value(t, h, i)];
                    dp[s] += dy[Value(t, h, i)] * v[Value(s, h, i)];
                }
            }

            double sum = p.Zip(dp).Sum(pair => pair.First * pair.Second);
            for (int s = 0; s < keys; s++)
            {
                double ds = p[s] * (dp[s] - sum) / Math.Sqrt(keyDim);
                for (int i = 0; i < keyDim; i++)
                {
                    dq[Key(t, h, i)] += ds * k[Key(s, h, i)];
                    dk[Key(s, h, i)] += ds * q[Key(t, h, i)];
                }
            }
        }

        return (dq, dk, dv);
    }

    private double[] Probabilities(double[] q, double[] k, int h, int t, double[][] masks)
    {
        double[] scores = [.. Enumerable.Range(0, keys).Select(s => (isCausal && s > t) || masks.Any(mask => mask[s] == 0)
            ? double.NegativeInfinity
            : Enumerable.Range(0, keyDim).Sum(i => q[Key(t, h, i)] * k[Key(s, h, i)]) / Math.Sqrt(keyDim))];
        double max = Math.Max(scores.Max(), double.MinValue);
        double[] e = [.. scores.Select(score => Math.Exp(score - max))];
        double sum = e.Sum();
        return [.. e.Select(value => value > 0 ? value / sum : 0)];
    }

    private IEnumerable<(int Head, int Query)> Rows() => Enumerable.Range(0, heads).SelectMany(h => Enumerable.Range(0, queries).Select(t => (h, t)));

    private int Key(int row, int head, int i) => (((row * heads) + head) * keyDim) + i;

    private int Value(int row, int head, int i) => (((row * heads) + head) * valueDim) + i;
}
