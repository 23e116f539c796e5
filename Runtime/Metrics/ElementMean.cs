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

    /// <summary><c>log cosh x = |x| + log(1 + exp(-2 |x|)) - log 2</c>, which does not overflow, but for small x as a series, as it would cancel.</summary>
    public static double LogCosh(double y, double t)
    {
        double x = Math.Abs(y - t);
        return x < 1e-3 ? x * x * (0.5 - (x * x / 12)) : x + Math.Log(1 + Math.Exp(-2 * x)) - Math.Log(2);
    }

    public static double Poisson(double y, double t) => y - (t * Math.Log(y + Epsilon));

    public static double BinaryCrossentropy(double y, double t)
    {
        double p = Math.Clamp(y, Epsilon, 1 - Epsilon);
        return -((t * Math.Log(p)) + ((1 - t) * Math.Log(1 - p)));
    }
}
