using System;

namespace StaticNets.Metrics;

/// <summary>A term of the outputs of a row and their targets, 1 and 0 where there are labels.</summary>
internal delegate double RowTermFunction(ReadOnlySpan<float> y, Truth truth, int row);

/// <summary>The mean over all rows of a term of the row's outputs and targets.</summary>
internal sealed class RowMean(string name, int classes, RowTermFunction term) : MetricAccumulator(name)
{
    public override void Update(ReadOnlySpan<float> outputs, Batch batch)
    {
        Truth truth = new(batch, classes);
        int rows = outputs.Length / classes;
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            sum += term(outputs.Slice(row * classes, classes), truth, row);
        }

        Add(sum, rows);
    }
}

/// <summary>Keras' terms of a row of outputs.</summary>
internal static class RowTerm
{
    private const double Epsilon = 1e-7;

    /// <summary><c>-sum t log(y / sum y)</c>, with the logarithm's argument kept off 0 and 1.</summary>
    public static double Crossentropy(ReadOnlySpan<float> y, Truth truth, int row)
    {
        double all = 0;
        foreach (float value in y)
        {
            all += value;
        }

        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double target = truth.Target(row, i);
            sum -= target == 0 ? 0 : target * Math.Log(Math.Clamp(y[i] / all, Epsilon, 1 - Epsilon));
        }

        return sum;
    }

    /// <summary><c>sum t log(t / y)</c>, with both from 1e-7 to 1.</summary>
    public static double KlDivergence(ReadOnlySpan<float> y, Truth truth, int row)
    {
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double target = Math.Clamp(truth.Target(row, i), Epsilon, 1);
            sum += target * Math.Log(target / Math.Clamp(y[i], Epsilon, 1));
        }

        return sum;
    }

    /// <summary>The cosine of the angle between outputs and targets.</summary>
    public static double Cosine(ReadOnlySpan<float> y, Truth truth, int row)
    {
        double product = 0;
        double outputs = 0;
        double targets = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double target = truth.Target(row, i);
            product += y[i] * target;
            outputs += (double)y[i] * y[i];
            targets += target * target;
        }

        return product / Math.Sqrt(Math.Max(outputs, Epsilon * Epsilon) * Math.Max(targets, Epsilon * Epsilon));
    }
}
