using System;
using System.Linq;

namespace StaticNets.Tests.Reference.Losses;

/// <summary><c>max(0, max((1 - t) y) - sum t y + 1)</c>.</summary>
internal sealed class CategoricalHinge : ReferenceLoss
{
    public override double[] Distances(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double[] wrong = [.. Wrong(y, t).OrderDescending()];
        return wrong.Length > 1 ? [Missing(y, t), wrong[0] - wrong[1]] : [Missing(y, t)];
    }

    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t) => Math.Max(Missing(y, t), 0);

    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy)
    {
        dy.Clear();
        if (Missing(y, t) <= 0)
        {
            return;
        }

        double[] wrong = Wrong(y, t);
        int worst = Array.IndexOf(wrong, wrong.Max());
        dy[worst] = 1 - t[worst];
        for (int i = 0; i < y.Length; i++)
        {
            dy[i] -= t[i];
        }
    }

    private static double[] Wrong(ReadOnlySpan<double> y, ReadOnlySpan<double> t) => [.. y.ToArray().Zip(t.ToArray(), (value, target) => (1 - target) * value)];

    private static double Missing(ReadOnlySpan<double> y, ReadOnlySpan<double> t) =>
        Wrong(y, t).Max() - y.ToArray().Zip(t.ToArray(), (value, target) => target * value).Sum() + 1;
}
