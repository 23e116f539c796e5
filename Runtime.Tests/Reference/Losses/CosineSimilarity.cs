using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary><c>-sum t y / (|t| |y|)</c>, whose squared lengths are at least 1e-14.</summary>
internal sealed class CosineSimilarity : ReferenceLoss
{
    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t) => -Dot(y, t) / Math.Sqrt(Square(y) * Square(t));

    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy)
    {
        double length = Math.Sqrt(Square(y) * Square(t));
        double along = Dot(y, y) > Epsilon * Epsilon ? Dot(y, t) / Dot(y, y) : 0;
        for (int i = 0; i < y.Length; i++)
        {
            dy[i] = ((along * y[i]) - t[i]) / length;
        }
    }

    private static double Square(ReadOnlySpan<double> v) => Math.Max(Dot(v, v), Epsilon * Epsilon);

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
