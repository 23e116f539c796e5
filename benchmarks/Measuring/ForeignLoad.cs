using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace StaticNets.Benchmarks.Measuring;

/// <summary>
/// How busy the machine was with what is not ours, since the object was created: figures taken beside other work are not to be trusted. It
/// knows it on Linux only.
/// </summary>
internal sealed class ForeignLoad
{
    private const string Counters = "/proc/stat";
    private const double TicksPerSecond = 100;

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly double _busy = BusySeconds();
    private readonly double _own = OwnSeconds();

    /// <summary>The share of all cores' time; null where it is not known.</summary>
    /// <param name="childrenSeconds">The processor time that the peers took since then.</param>
    public double? Share(double childrenSeconds)
    {
        double foreign = BusySeconds() - _busy - (OwnSeconds() - _own) - childrenSeconds;
        return double.IsNaN(foreign)
            ? null
            : Math.Max(0, foreign / (Stopwatch.GetElapsedTime(_start).TotalSeconds * Environment.ProcessorCount));
    }

    private static double OwnSeconds() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    // cpu user nice system idle iowait irq softirq steal ...: stolen time is another machine's work.
    private static double BusySeconds()
    {
        if (!File.Exists(Counters))
        {
            return double.NaN;
        }

        long[] ticks = [.. File.ReadLines(Counters).First().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
        return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6] + ticks[7]) / TicksPerSecond;
    }
}
