using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace StaticNets.Tests.Checks;

/// <summary>The comparisons that the checks are made of. Each message says what, where, how far.</summary>
internal static class Expect
{
    public static void True(bool condition, FormattableString message)
    {
        if (!condition)
        {
            throw new CheckFailure(message.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>
    /// That values differ by at most <paramref name="tolerance"/> times the largest expected magnitude, or times <paramref name="floor"/>
    /// where that is larger.
    /// </summary>
    public static void Close(ReadOnlySpan<double> expected, ReadOnlySpan<float> actual, double tolerance, string what, double floor = 0)
    {
        True(expected.Length == actual.Length, $"{what}: {actual.Length} values instead of {expected.Length}.");
        double scale = Math.Max(LargestMagnitude(expected), floor);
        for (int i = 0; i < expected.Length; i++)
        {
            double error = Math.Abs(actual[i] - expected[i]);
            True(
                error <= tolerance * scale,
                $"{what}[{i}] is {actual[i]:R} instead of {expected[i]:R}: off by {error:E2}, allowed {tolerance * scale:E2}.");
        }
    }

    public static void Close(double expected, float actual, double tolerance, string what) =>
        True(
            Math.Abs(actual - expected) <= tolerance * Math.Max(Math.Abs(expected), 1e-3),
            $"{what} is {actual:R} instead of {expected:R}: off by {Math.Abs(actual - expected):E2}.");

    public static void SameBits(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, string what)
    {
        True(expected.Length == actual.Length, $"{what}: {actual.Length} values instead of {expected.Length}.");
        if (MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)))
        {
            return;
        }

        for (int i = 0; i < expected.Length; i++)
        {
            SameBits(expected[i], actual[i], $"{what}[{i}]");
        }
    }

    public static void SameBits(float expected, float actual, FormattableString what)
    {
        if (BitConverter.SingleToInt32Bits(expected) != BitConverter.SingleToInt32Bits(actual))
        {
            throw new CheckFailure(FormattableString.Invariant($"{what} has other bits: {actual:R} instead of {expected:R}."));
        }
    }

    public static double LargestMagnitude(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (double value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        return largest;
    }
}
