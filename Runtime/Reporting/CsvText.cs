using System;
using System.Linq;

namespace StaticNets.Reporting;

/// <summary>Fields of CSV files as RFC 4180 has them.</summary>
internal static class CsvText
{
    /// <summary>A field, in quotes where it would not be one otherwise.</summary>
    public static string Quoted(string field, string separator) =>
        field.AsSpan().ContainsAny("\"\r\n") || field.Contains(separator, StringComparison.Ordinal)
            ? $"\"{field.Replace("\"", "\"\"")}\""
            : field;

    /// <exception cref="ArgumentException">It can't stand between numbers.</exception>
    public static void CheckSeparator(string separator, string argument)
    {
        ArgumentException.ThrowIfNullOrEmpty(separator, argument);
        if (separator.Any(character => char.IsLetterOrDigit(character) || character is '"' or '\r' or '\n' or '+' or '-' or '.'))
        {
            throw new ArgumentException($"The separator '{separator}' could be part of a number, or is a quote or a line's end.", argument);
        }
    }
}
