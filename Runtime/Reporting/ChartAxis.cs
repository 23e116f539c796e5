using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace StaticNets.Reporting;

/// <summary>The vertical axis of a chart: its range, at whose ends a mark stands, and the marks.</summary>
internal sealed record ChartAxis(double Low, double High, IReadOnlyList<double> Marks, bool IsLogarithmic)
{
    // Beyond these, differences overflow or marks are 0.
    private const double Most = 1e300;
    private const double Least = 1e-300;

    /// <summary>An axis from which the values can be read. One value alone stands in its middle.</summary>
    public static ChartAxis Linear(IReadOnlyCollection<double> values)
    {
        const double Narrow = 1e-9; // of the values' size: as if there were only one
        double low = Math.Clamp(values.DefaultIfEmpty(0).Min(), -Most, Most);
        double high = Math.Clamp(values.DefaultIfEmpty(1).Max(), -Most, Most);
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        bool isNothing = size < Least;
        if (isNothing || high - low <= Narrow * size)
        {
            double half = isNothing ? 1 : size / 2;
            (low, high) = (low - half, high + half);
        }

        double step = Step((high - low) / 4);
        double first = Math.Floor(low / step);
        double last = Math.Ceiling(high / step);
        double[] marks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(mark => (first + mark) * step)];
        return new ChartAxis(marks[0], marks[^1], marks, IsLogarithmic: false);
    }

    /// <summary>The same with equal distances for equal ratios.</summary>
    /// <returns>
    /// Null where there is no value, or one that has no logarithm, or where they are so close that nothing would be seen.
    /// </returns>
    public static ChartAxis? Logarithmic(IReadOnlyCollection<double> values)
    {
        const int MostMarks = 9;
        const double LeastRatio = 2;
        if (values.Count == 0 || values.Min() < Least || values.Max() > Most || values.Max() < LeastRatio * values.Min())
        {
            return null;
        }

        // Marks at 1, 2, 5, 10, ...: place 0 is 1, place 3 is 10. Of many only those at powers of ten stay.
        int first = Place(values.Min());
        int last = Place(values.Max());
        last += Mark(last) < values.Max() ? 1 : 0;
        int step = 1;
        if (last - first >= MostMarks)
        {
            step = 3 * (1 + ((last - first) / (3 * MostMarks)));
            first = (int)Math.Floor(first / 3.0) * 3;
            last = first + (((last - first + step - 1) / step) * step);
        }

        double[] marks = [.. Enumerable.Range(0, ((last - first) / step) + 1).Select(mark => Mark(first + (mark * step)))];
        return new ChartAxis(marks[0], marks[^1], marks, IsLogarithmic: true);
    }

    /// <summary>Where a value stands, from 0 at the lower end to 1 at the upper one.</summary>
    public double PositionOf(double value) => Math.Clamp(
        IsLogarithmic ? (Math.Log(value) - Math.Log(Low)) / (Math.Log(High) - Math.Log(Low)) : (value - Low) / (High - Low), 0, 1);

    /// <summary>A mark's text: with as many decimals as the marks need, or with an exponent where that would be long.</summary>
    public string TextOf(double mark)
    {
        double size = IsLogarithmic ? mark : Math.Max(Math.Abs(Low), Math.Abs(High));
        double step = IsLogarithmic ? mark : Marks[1] - Marks[0];
        if ((size >= 1e6 || step < 0.99e-4) && size < 1e5 * step)
        {
            return mark == 0 ? "0" : mark.ToString("0.####e0", CultureInfo.InvariantCulture);
        }

        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        return mark.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The next number of 1, 2 or 5 times a power of ten.</summary>
    private static double Step(double least)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        double rest = least / power;
        const double Rounding = 1 + 1e-9;
        return power * (rest <= Rounding ? 1 : rest <= 2 * Rounding ? 2 : rest <= 5 * Rounding ? 5 : 10);
    }

    /// <summary>The last place whose mark is not above the value.</summary>
    private static int Place(double value)
    {
        int place = 3 * (int)Math.Floor(Math.Log10(value));
        place -= Mark(place) > value ? 3 : 0; // the logarithm was rounded up
        while (Mark(place + 1) <= value)
        {
            place++;
        }

        return place;
    }

    private static double Mark(int place)
    {
        int power = (int)Math.Floor(place / 3.0);
        return double.Parse(
            ((place - (3 * power)) switch { 0 => "1", 1 => "2", _ => "5" }) + "e" + power.ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture);
    }
}
