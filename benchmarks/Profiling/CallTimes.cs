using System;
using System.Collections.Generic;
using System.Diagnostics;

namespace StaticNets.Benchmarks.Profiling;

/// <summary>What the calls of one kernel took.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="Microseconds">The time of all of them.</param>
internal readonly record struct CallTime(int Count, double Microseconds);

/// <summary>Where instrumented code notes how long each call of a kernel took, on each thread apart.</summary>
public static class CallTimes
{
    /// <summary>More calls than a net here has, in all flavours together.</summary>
    private const int Capacity = 8192;

    private static readonly List<(int Count, long Ticks)[]> s_threads = [];

    [ThreadStatic]
    private static (int Count, long Ticks)[]? t_calls;

    /// <summary>Notes one call.</summary>
    /// <param name="call">Its index.</param>
    /// <param name="start">The timestamp before it.</param>
    public static void Add(int call, long start)
    {
        long end = Stopwatch.GetTimestamp();
        ref (int Count, long Ticks) noted = ref (t_calls ?? Register())[call];
        noted.Count++;
        noted.Ticks += end - start;
    }

    /// <summary>
    /// Takes the times noted since the last time: of each call that of the thread which spent most on it. To be called while no
    /// instrumented code runs.
    /// </summary>
    /// <param name="times">Receives the time of each call.</param>
    internal static void Take(Span<CallTime> times)
    {
        lock (s_threads)
        {
            times.Clear();
            foreach ((int Count, long Ticks)[] calls in s_threads)
            {
                for (int call = 0; call < times.Length; call++)
                {
                    double microseconds = calls[call].Ticks * 1e6 / Stopwatch.Frequency;
                    if (microseconds > times[call].Microseconds)
                    {
                        times[call] = new CallTime(calls[call].Count, microseconds);
                    }
                }

                Array.Clear(calls, 0, times.Length);
            }
        }
    }

    private static (int Count, long Ticks)[] Register()
    {
        t_calls = new (int Count, long Ticks)[Capacity];
        lock (s_threads)
        {
            s_threads.Add(t_calls);
        }

        return t_calls;
    }
}
