using System;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace StaticNets;

/// <summary>
/// The bound of a trainer's counters. They also come from files, and schedules count in doubles, which are exact up to here.
/// </summary>
internal static class StepCount
{
    public const long Most = 1L << 53;

    /// <param name="value">The count.</param>
    /// <param name="most">The largest that is possible.</param>
    /// <param name="name">What is counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or too large.</exception>
    public static long Check(long value, long most, [CallerMemberName] string name = "")
    {
        if (value < 0)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must not be negative.");
        }

        return value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, Invariant($"{name} must be at most {most}."));
    }
}
