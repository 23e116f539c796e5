using System;
using System.Diagnostics;

namespace EmbeddedTrainer;

/// <summary>How long the last calls took. Room for them is made before the first.</summary>
internal sealed class Latencies(string what)
{
    private readonly long[] _ticks = new long[200_000];
    private long _count;

    public void Add(long ticks) => _ticks[_count++ % _ticks.Length] = ticks;

    public override string ToString()
    {
        Span<long> sorted = _ticks.AsSpan(0, (int)Math.Min(_count, _ticks.Length));
        sorted.Sort();
        return FormattableString.Invariant($"{what}: p50 {At(sorted, 0.5):0.00} us, p99 {At(sorted, 0.99):0.00} us, p99.9 {At(sorted, 0.999):0.00} us");
    }

    private static double At(ReadOnlySpan<long> sorted, double share) =>
        sorted.IsEmpty ? 0 : sorted[(int)(share * (sorted.Length - 1))] * 1e6 / Stopwatch.Frequency;
}
