using System;

namespace StaticNets.Tests.Reference.Losses;

/// <summary>The mean, or the sum, over a row of a function of each output y and target t, given with its derivative by y.</summary>
internal sealed class ElementwiseLoss(Func<double, double, double> function, Func<double, double, double> derivative, bool isSum = false) : ReferenceLoss
{
    /// <summary>How far an output and a target are from where the derivative jumps.</summary>
    public Func<double, double, double>? Distance { get; init; }

    public static ElementwiseLoss PercentageError { get; } = new(
        (y, t) => 100 * Math.Abs(y - t) / Math.Max(Math.Abs(t), Epsilon),
        (y, t) => 100 * Math.Sign(y - t) / Math.Max(Math.Abs(t), Epsilon)) { Distance = (y, t) => y - t };

    public static ElementwiseLoss LogarithmicError { get; } = new(
        (y, t) => Math.Pow(Logarithm(y) - Logarithm(t), 2),
        (y, t) => y > Epsilon ? 2 * (Logarithm(y) - Logarithm(t)) / (y + 1) : 0) { Distance = (y, _) => y - Epsilon };

    public static ElementwiseLoss LogCosh { get; } = new((y, t) => LogCoshOf(y - t), (y, t) => Math.Tanh(y - t));

    public static ElementwiseLoss Hinge { get; } = new(
        (y, t) => Math.Max(1 - (Side(t) * y), 0),
        (y, t) => Side(t) * y < 1 ? -Side(t) : 0) { Distance = (y, t) => 1 - (Side(t) * y) };

    public static ElementwiseLoss SquaredHinge { get; } = new(
        (y, t) => Math.Pow(Math.Max(1 - (Side(t) * y), 0), 2),
        (y, t) => -2 * Side(t) * Math.Max(1 - (Side(t) * y), 0));

    public static ElementwiseLoss KlDivergence { get; } = new(
        (y, t) => Math.Clamp(t, Epsilon, 1) * Math.Log(Math.Clamp(t, Epsilon, 1) / Math.Clamp(y, Epsilon, 1)),
        (y, t) => y is > Epsilon and < 1 ? -Math.Clamp(t, Epsilon, 1) / y : 0,
        isSum: true);

    public static ElementwiseLoss Poisson { get; } = new((y, t) => y - (t * Math.Log(y + Epsilon)), (y, t) => 1 - (t / (y + Epsilon)));

    public static ElementwiseLoss Huber(double delta) => new(
        (y, t) => Math.Abs(y - t) <= delta ? (y - t) * (y - t) / 2 : (delta * Math.Abs(y - t)) - (delta * delta / 2),
        (y, t) => Math.Clamp(y - t, -delta, delta));

    /// <summary><c>log cosh x = log(1 + 2 sinh(x / 2)^2)</c>, and <c>|x| - log 2</c> where the other term is below its last digit.</summary>
    public static double LogCoshOf(double x)
    {
        if (Math.Abs(x) > 20)
        {
            return Math.Abs(x) - Math.Log(2);
        }

        // What rounding takes from 1 + v, its logarithm's ratio to v gives back.
        double v = 2 * Math.Pow(Math.Sinh(x / 2), 2);
        double sum = 1 + v;
        return sum == 1 ? v : Math.Log(sum) * v / (sum - 1);
    }

    public override double[] Distances(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double[] distances = new double[Distance is null ? 0 : y.Length];
        for (int i = 0; i < distances.Length; i++)
        {
            distances[i] = Distance!(y[i], t[i]);
        }

        return distances;
    }

    public override double Value(ReadOnlySpan<double> y, ReadOnlySpan<double> t)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += function(y[i], t[i]);
        }

        return isSum ? sum : sum / y.Length;
    }

    public override void Derive(ReadOnlySpan<double> y, ReadOnlySpan<double> t, Span<double> dy)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dy[i] = derivative(y[i], t[i]) / (isSum ? 1 : y.Length);
        }
    }

    private static double Logarithm(double value) => Math.Log(Math.Max(value, Epsilon) + 1);

    /// <summary>A target of 0 is the side of -1.</summary>
    private static double Side(double t) => t == 0 ? -1 : t;
}
