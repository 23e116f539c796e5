using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace StaticNets;

/// <summary>
/// Formats of numbers in paths: .NET's (<c>00</c>, <c>F3</c>), and Python's (<c>02d</c>, <c>.3f</c>), which Keras' users write. A format
/// that would print its own letters is neither.
/// </summary>
internal static partial class PlaceholderFormat
{
    /// <exception cref="FormatException">The format does not fit the number.</exception>
    public static string Apply(IFormattable value, string format)
    {
        Match python = Python().Match(format);
        if (python.Success)
        {
            return ApplyPython(value, python);
        }

        return format.Length == 0 || Standard().IsMatch(format) || Custom().IsMatch(format)
            ? value.ToString(format, CultureInfo.InvariantCulture)
            : throw new FormatException();
    }

    private static string ApplyPython(IFormattable value, Match format)
    {
        string precision = format.Groups["precision"].Value;
        string digits = precision.Length == 0 ? "6" : precision;
        string text = format.Groups["type"].Value switch
        {
            "d" when value is int && precision.Length == 0 => Text("D"),
            "" when precision.Length == 0 => Text(value is int ? "D" : "R"),
            "" or "g" => Text("g" + digits),
            "G" => Text("G" + digits),
            "f" or "F" => Text("F" + digits),
            "e" => Text("0." + new string('0', ushort.Parse(digits, CultureInfo.InvariantCulture)) + "e+00"),
            "E" => Text("0." + new string('0', ushort.Parse(digits, CultureInfo.InvariantCulture)) + "E+00"),
            "%" => (Convert.ToDouble(value, CultureInfo.InvariantCulture) * 100).ToString("F" + digits, CultureInfo.InvariantCulture) + "%",
            _ => throw new FormatException(),
        };

        if (!format.Groups["width"].Success)
        {
            return text;
        }

        int width = ushort.Parse(format.Groups["width"].Value, CultureInfo.InvariantCulture);
        int sign = text[0] == '-' ? 1 : 0;
        return format.Groups["fill"].Success ? text[..sign] + text[sign..].PadLeft(width - sign, '0') : text.PadLeft(width);

        string Text(string net) => value.ToString(net, CultureInfo.InvariantCulture);
    }

    // With a width, or a precision and a letter. What .NET reads another way, as 00 or 0.0%, stays .NET's.
    [GeneratedRegex(
        @"\A(?!0*\.?0*%\z)((?<fill>0)?(?<width>[1-9]\d{0,2})(\.(?<precision>\d{1,3}))?(?<type>[dfFeEgG%])?"
            + @"|\.(?<precision>\d{1,3})(?<type>[fFeEgG%])|0(?<type>d)|\.(?<precision>[1-9]\d{0,2}))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Python();

    [GeneratedRegex(@"\A[A-Za-z]\d{0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Standard();

    [GeneratedRegex(
        @"\A(?=.*[0#])([0#.,;%‰ _-]|[eE][+-]?0+|'[^']*'|""[^""]*""|\\.)+\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Custom();
}
