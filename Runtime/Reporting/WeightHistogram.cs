using System;

namespace StaticNets.Reporting;

/// <summary>
/// A histogram as <c>histogram.proto</c> has it, in 30 buckets of equal width, as TensorFlow's own. Values that are not finite are left
/// out.
/// </summary>
internal static class WeightHistogram
{
    private const int Buckets = 30;
    private const int Min = 1;
    private const int Max = 2;
    private const int Number = 3;
    private const int Sum = 4;
    private const int SumSquares = 5;
    private const int BucketLimit = 6;
    private const int Bucket = 7;

    public static ProtobufWriter Of(ReadOnlySpan<float> values)
    {
        double min = double.PositiveInfinity;
        double max = double.NegativeInfinity;
        double number = 0;
        double sum = 0;
        double squares = 0;
        foreach (float value in values)
        {
            if (float.IsFinite(value))
            {
                min = Math.Min(min, value);
                max = Math.Max(max, value);
                number++;
                sum += value;
                squares += (double)value * value;
            }
        }

        (min, max) = number == 0 ? (0, 0) : (min, max);
        Span<double> limits = stackalloc double[Buckets];
        Span<double> counts = stackalloc double[Buckets];
        counts.Clear();
        double width = max > min ? (max - min) / Buckets : 1.0 / Buckets;
        for (int i = 0; i < Buckets; i++)
        {
            limits[i] = min + (width * (i + 1));
        }

        foreach (float value in values)
        {
            if (float.IsFinite(value))
            {
                counts[Math.Clamp((int)((value - min) / width), 0, Buckets - 1)]++;
            }
        }

        ProtobufWriter histogram = new();
        histogram.Write(Min, min);
        histogram.Write(Max, max);
        histogram.Write(Number, number);
        histogram.Write(Sum, sum);
        histogram.Write(SumSquares, squares);
        histogram.WritePacked(BucketLimit, limits);
        histogram.WritePacked(Bucket, counts);
        return histogram;
    }
}
