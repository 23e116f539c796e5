using System;

namespace StaticNets.Benchmarks.Measuring;

/// <summary>One side of a comparison: something that can be run again and again. It is idle between its turns.</summary>
internal interface IContender : IDisposable
{
    /// <summary>Runs it, first untimed and then timed.</summary>
    /// <param name="warm">How often it runs before the clock starts.</param>
    /// <param name="count">How often it runs while the clock goes.</param>
    /// <returns>The mean time of a timed run, in microseconds.</returns>
    double Run(int warm, int count);
}
