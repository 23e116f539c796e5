using System;
using System.Globalization;
using System.Text;

namespace StaticNets;

/// <summary>Numbers and times as Keras prints them, in any culture and without an allocation.</summary>
internal static class MetricText
{
    // Long enough for the longest double in the formats below.
    private const int MaxLength = 400;

    /// <summary>Four decimals, or an exponent where these would show little: C's <c>%.4f</c> and <c>%.4e</c>.</summary>
    public static StringBuilder AppendMetric(this StringBuilder text, double value)
    {
        if (!double.IsFinite(value))
        {
            return text.Append(double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
        }

        return text.AppendNumber(value, Math.Abs(value) > 1e-3 ? "F4" : "0.0000e+00");
    }

    /// <summary>A whole number with at least as many digits as the format has.</summary>
    public static StringBuilder AppendWhole(this StringBuilder text, long value, string format = "0") => text.AppendNumber(value, format);

    /// <summary>The time left: <c>12s</c>, <c>1:05</c> or <c>1:02:05</c>.</summary>
    public static StringBuilder AppendTimeLeft(this StringBuilder text, TimeSpan time)
    {
        long seconds = (long)time.TotalSeconds;
        return seconds switch
        {
            > 3600 => text
                .AppendWhole(seconds / 3600).Append(':')
                .AppendWhole(seconds % 3600 / 60, "00").Append(':')
                .AppendWhole(seconds % 60, "00"),
            > 60 => text.AppendWhole(seconds / 60).Append(':').AppendWhole(seconds % 60, "00"),
            _ => text.AppendWhole(seconds).Append('s'),
        };
    }

    /// <summary>The time that went by, in whole seconds.</summary>
    public static StringBuilder AppendSeconds(this StringBuilder text, TimeSpan time) =>
        text.AppendNumber(time.TotalSeconds, "F0").Append('s');

    /// <summary>The time of a step: <c>2s/step</c>, <c>2ms/step</c> or <c>2us/step</c>.</summary>
    public static StringBuilder AppendStepTime(this StringBuilder text, TimeSpan time) => time.TotalSeconds switch
    {
        >= 1 or 0 => text.AppendSeconds(time).Append("/step"),
        >= 1e-3 => text.AppendNumber(time.TotalMilliseconds, "F0").Append("ms/step"),
        _ => text.AppendNumber(time.TotalMicroseconds, "F0").Append("us/step"),
    };

    // StringBuilder's own interpolation boxes the number as long as it is not optimized.
    private static StringBuilder AppendNumber<T>(this StringBuilder text, T value, string format)
        where T : ISpanFormattable
    {
        Span<char> digits = stackalloc char[MaxLength];
        return value.TryFormat(digits, out int length, format, CultureInfo.InvariantCulture)
            ? text.Append(digits[..length])
            : throw new FormatException("The number is too long.");
    }
}
