using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace StaticNets.Benchmarks.Profiling;

/// <summary>Where instrumented code notes how long each call of a kernel took, on each thread apart.</summary>
public static class CallTimes
{
    /// <summary>More calls than a net here has, in all flavours together.</summary>
    private const int Capacity = 1024;

    private static readonly List<long[]> s_threads = [];

    [ThreadStatic]
    private static long[]? t_ticks;

    /// <summary>Notes one call.</summary>
    /// <param name="call">Its index.</param>
    /// <param name="start">The timestamp before it.</param>
    public static void Add(int call, long start)
    {
        long end = Stopwatch.GetTimestamp();
        (t_ticks ?? Register())[call] += end - start;
    }

    /// <summary>
    /// Takes the times noted since the last time: of each call that of the thread which spent most on it. To be called while no instrumented
    /// code runs.
    /// </summary>
    /// <param name="microseconds">Receives the time of each call.</param>
    internal static void Take(Span<double> microseconds)
    {
        lock (s_threads)
        {
            microseconds.Clear();
            foreach (long[] ticks in s_threads)
            {
                for (int call = 0; call < microseconds.Length; call++)
                {
                    microseconds[call] = Math.Max(microseconds[call], ticks[call] * 1e6 / Stopwatch.Frequency);
                }

                Array.Clear(ticks);
            }
        }
    }

    private static long[] Register()
    {
        t_ticks = new long[Capacity];
        lock (s_threads)
        {
            s_threads.Add(t_ticks);
        }

        return t_ticks;
    }
}
