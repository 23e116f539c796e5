using System.Globalization;

namespace StaticNets.Reporting;

/// <summary>Numbers in text for people: rounded, so that no float shows the digits that it has beyond its own precision.</summary>
internal static class ReadableNumber
{
    /// <summary>Six significant digits at most, as <c>0.0001</c>, <c>4420</c> or <c>1.5e-07</c>.</summary>
    public static string Of(double value) => value.ToString("g6", CultureInfo.InvariantCulture);
}
