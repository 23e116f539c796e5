using System;

namespace StaticNets.Metrics;

/// <summary>The mean over all outputs of a term of output and target.</summary>
internal class ElementMean(string name, Func<double, double, double> term) : MetricAccumulator(name)
{
    public sealed override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        ReadOnlySpan<float> targets = batch.Targets;
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            sum += term(outputs[i], targets[i]);
        }

        Add(sum, outputs.Length);
    }
}

/// <summary>The root of the mean squared error: taken of all batches together.</summary>
internal sealed class RootMeanSquaredError(string name) : ElementMean(name, ElementTerm.SquaredError)
{
    public override double Result => Math.Sqrt(base.Result);
}

/// <summary>Keras' terms of one output and its target.</summary>
internal static class ElementTerm
{
    private const double Epsilon = 1e-7;

    public static double SquaredError(double y, double t) => (y - t) * (y - t);

    public static double AbsoluteError(double y, double t) => Math.Abs(y - t);

    public static double AbsolutePercentageError(double y, double t) => 100 * Math.Abs(y - t) / Math.Max(Math.Abs(t), Epsilon);

    public static double SquaredLogarithmicError(double y, double t) =>
        SquaredError(Math.Log(Math.Max(y, Epsilon) + 1), Math.Log(Math.Max(t, Epsilon) + 1));

    /// <summary>
    /// <c>log cosh x = |x| + log(1 + exp(-2 |x|)) - log 2</c>, which does not overflow, and of small errors, which would be lost in that,
    /// <c>log(1 + 2 sinh^2(x / 2))</c>.
    /// </summary>
    public static double LogCosh(double y, double t)
    {
        double x = Math.Abs(y - t);
        double sine = Math.Sinh(Math.Min(x, 1) / 2);
        return x < 1 ? LogOnePlus(2 * sine * sine) : x + Math.Log(1 + Math.Exp(-2 * x)) - Math.Log(2);
    }

    public static double Poisson(double y, double t) => y - (t * Math.Log(y + Epsilon));

    public static double BinaryCrossentropy(double y, double t)
    {
        double p = Math.Clamp(y, Epsilon, 1 - Epsilon);
        return -((t * Math.Log(p)) + ((1 - t) * Math.Log(1 - p)));
    }

    /// <summary><c>log(1 + x)</c> with what rounding 1 + x loses put back (Kahan).</summary>
    private static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        return Math.Log(sum) + ((x - (sum - 1)) / sum);
    }
}
