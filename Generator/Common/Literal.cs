using System.Globalization;

namespace StaticNets.Generator.Common;

/// <summary>Numbers as C# literals, the same under every culture.</summary>
internal static class Literal
{
    // Beyond seven digits a float is written with an exponent.
    private const int LargestWhole = 1_000_000;

    /// <summary>An integer.</summary>
    public static string Int(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>An integer with digit separators, for sizes that people read: <c>225_034</c>.</summary>
    public static string Size(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '_');

    /// <summary>A float: the shortest text that reads back as the same value.</summary>
    public static string Float(double value)
    {
        float single = (float)value;
        if (float.IsNaN(single))
        {
            return "float.NaN";
        }

        if (float.IsInfinity(single))
        {
            return single > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        }

        return Decimal(value) + "f";
    }

    /// <summary>The shortest decimal that reads back as the float.</summary>
    public static string Decimal(double value)
    {
        // Most factors are small whole numbers. G9 always reads back; G7 is what a person would write, where it suffices.
        float single = (float)value;
        if (single != 0 && Math.Abs(single) < LargestWhole && single == (int)single)
        {
            return Int((int)single);
        }

        string text = single.ToString("G7", CultureInfo.InvariantCulture);
        return float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) == single
            ? text
            : single.ToString("G9", CultureInfo.InvariantCulture);
    }

    /// <summary>A product's last factor, <c> * 0.5f</c>, or nothing where that is 1.</summary>
    public static string Factor(double value) => (float)value == 1 ? "" : " * " + Float(value);

    /// <summary>A double that reads back as the same value.</summary>
    public static string Double(double value) => Short(value) + "d";

    /// <summary>A double as a person writes it, for messages and descriptions: <c>0.3</c>.</summary>
    public static string Short(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A string in quotes on one line, or <c>null</c>.</summary>
    public static string Text(string? value) =>
        value is null ? "null" : Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(value, quote: true);
}
