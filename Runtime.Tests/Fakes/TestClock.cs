using System;

namespace StaticNets.Tests;

/// <summary>A clock that goes on only when told.</summary>
internal sealed class TestClock : TimeProvider
{
    private long _ticks = 1_000_000;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public void Advance(TimeSpan time) => _ticks += time.Ticks;
}
