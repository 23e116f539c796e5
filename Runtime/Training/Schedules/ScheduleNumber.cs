using System;
using System.Runtime.CompilerServices;

namespace StaticNets;

/// <summary>What the numbers of schedules must be.</summary>
internal static class ScheduleNumber
{
    public static int Positive(int value, [CallerMemberName] string argument = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, argument);
        return value;
    }

    public static int NotNegative(int value, [CallerMemberName] string argument = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, argument);
        return value;
    }

    /// <summary>A number that is finite and not negative.</summary>
    public static double NotNegative(double value, [CallerMemberName] string argument = "") =>
        double.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(argument, value, "It must be finite and not negative.");

    /// <summary>A learning rate: as the float that trainers work with it is finite, and 0 only where it is 0.</summary>
    public static double Rate(double value, [CallerMemberName] string argument = "") =>
        value == 0 || (float.IsFinite((float)value) && (float)value > 0)
            ? value
            : throw new ArgumentOutOfRangeException(argument, value, "A learning rate must be 0 or a positive number that a float holds.");
}
