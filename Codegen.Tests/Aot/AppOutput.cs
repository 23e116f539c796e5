using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace StaticNets.Codegen.Tests.Aot;

/// <summary>Reads what the small program writes.</summary>
internal static class AppOutput
{
    /// <summary>The numbers of all lines of one kind: <c>DigitNet loss 2.3</c>, <c>bits 512</c>.</summary>
    public static IReadOnlyList<double> Values(IEnumerable<string> lines, string kind) => [.. lines
        .Select(line => line.Split(' '))
        .Where(words => words.Contains(kind))
        .Select(words => double.Parse(words[Array.IndexOf(words, kind) + 1], CultureInfo.InvariantCulture))];

    /// <summary>The largest difference between the numbers of one kind; infinite where their counts differ.</summary>
    public static double LargestDifference(IReadOnlyList<string> expected, IReadOnlyList<string> actual, string kind)
    {
        IReadOnlyList<double> a = Values(expected, kind);
        IReadOnlyList<double> b = Values(actual, kind);
        return a.Count == 0 || a.Count != b.Count ? double.PositiveInfinity : a.Zip(b).Max(pair => Math.Abs(pair.First - pair.Second));
    }
}
