using System;
using System.Diagnostics;

namespace StaticNets.Benchmarks.Measuring;

/// <summary>Our side: it runs in this process.</summary>
/// <param name="run">What is measured.</param>
/// <param name="owner">What is disposed with it.</param>
internal sealed class OurContender(Action run, IDisposable? owner = null) : IContender
{
    public double Run(int warm, int count)
    {
        for (int i = 0; i < warm; i++)
        {
            run();
        }

        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
    }

    public void Dispose() => owner?.Dispose();
}
