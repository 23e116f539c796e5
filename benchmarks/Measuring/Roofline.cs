using System;
using System.Diagnostics;
using System.Linq;
using System.Numerics.Tensors;
using System.Threading;
using StaticNets.Benchmarks.Cases;

namespace StaticNets.Benchmarks.Measuring;

/// <summary>
/// The time below which no run can be: that of its multiply-adds at the peak, or of what it must move at the bandwidth that a set of this size has,
/// whichever is longer. Bytes that stay in a cache are as fast here as they are there.
/// </summary>
internal sealed class Roofline
{
    private const int Bursts = 15;
    private const double BurstBytes = 1 << 25;

    // Shorter ones are not timed well.
    private const int SmallestCount = 256;

    // The runtime compiles a method for good after 30 calls, in the background.
    private const int CompileMilliseconds = 300;

    private readonly double _peak;

    /// <param name="peak">What one core can do at most, in GFLOP/s.</param>
    public Roofline(double peak)
    {
        _peak = peak;
        Read(SmallestCount);
        Update(SmallestCount);
        Thread.Sleep(CompileMilliseconds);
    }

    /// <summary>The roof of a case, in microseconds.</summary>
    public double Microseconds(BenchmarkCase benchmark)
    {
        double compute = benchmark.Flops / (_peak * benchmark.Threads) / 1000;
        double move = (Read(benchmark.Traffic.ReadBytes) + Update(benchmark.Traffic.UpdatedBytes)) / benchmark.Threads;
        return Math.Max(compute, move);
    }

    private static double Read(long bytes) => Pass(bytes, values => s_sum += TensorPrimitives.Sum(values));

    private static double Update(long bytes) => Pass(bytes, values => TensorPrimitives.Multiply(values, 0.999f, values));

    private static float s_sum;

    /// <summary>One pass over so many bytes, which the pass before has read as well; the fastest of some bursts, in microseconds.</summary>
    private static double Pass(long bytes, Action<float[]> pass)
    {
        float[] values = new float[Math.Max(SmallestCount, bytes / sizeof(float))];
        double share = (double)bytes / (sizeof(float) * values.Length);
        values.AsSpan().Fill(1);
        int count = Math.Max(1, (int)(BurstBytes / (sizeof(float) * values.Length)));
        return bytes == 0 ? 0 : share * Enumerable.Range(0, Bursts).Min(_ => Burst(values, pass, count));
    }

    private static double Burst(float[] values, Action<float[]> pass, int count)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            pass(values);
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }
}
