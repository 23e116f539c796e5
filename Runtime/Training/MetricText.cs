using System;
using System.Globalization;
using System.Text;

namespace StaticNets;

/// <summary>Numbers and times as Keras prints them, in any culture.</summary>
internal static class MetricText
{
    /// <summary>Four decimals, or an exponent where these would show little: C's <c>%.4f</c> and <c>%.4e</c>.</summary>
    public static StringBuilder AppendMetric(this StringBuilder text, double value)
    {
        if (!double.IsFinite(value))
        {
            return text.Append(double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
        }

        return Math.Abs(value) > 1e-3
            ? text.Append(CultureInfo.InvariantCulture, $"{value:F4}")
            : text.Append(CultureInfo.InvariantCulture, $"{value:0.0000e+00}");
    }

    /// <summary>The time left: <c>12s</c>, <c>1:05</c> or <c>1:02:05</c>.</summary>
    public static StringBuilder AppendTimeLeft(this StringBuilder text, TimeSpan time)
    {
        long seconds = (long)time.TotalSeconds;
        return seconds switch
        {
            > 3600 => text.Append(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds % 3600 / 60:00}:{seconds % 60:00}"),
            > 60 => text.Append(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}"),
            _ => text.Append(CultureInfo.InvariantCulture, $"{seconds}s"),
        };
    }

    /// <summary>The time that went by, in whole seconds.</summary>
    public static StringBuilder AppendSeconds(this StringBuilder text, TimeSpan time) =>
        text.Append(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0}s");

    /// <summary>The time of a step: <c>2s/step</c>, <c>2ms/step</c> or <c>2us/step</c>.</summary>
    public static StringBuilder AppendStepTime(this StringBuilder text, TimeSpan time) => time.TotalSeconds switch
    {
        >= 1 or 0 => text.Append(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0}s/step"),
        >= 1e-3 => text.Append(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F0}ms/step"),
        _ => text.Append(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:F0}us/step"),
    };
}
