using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Data;

/// <summary>That the options of a CSV file don't contradict each other.</summary>
internal static class CsvOptionsCheck
{
    /// <summary>The columns that the options name beside label, targets and inputs.</summary>
    public static IEnumerable<string> NamesOf(CsvOptions options) => options.OneHotColumns
        .Concat(options.IndexColumns)
        .Concat(options.MissingValues.Keys)
        .Concat(options.MissingIndicators);

    /// <exception cref="ArgumentException">They do.</exception>
    public static void Check(CsvOptions options)
    {
        if (options.Separator is '"' or '\r' or '\n')
        {
            throw new ArgumentException("The separator can't be a quote or a line's end.", nameof(options));
        }

        RequireDistinct(options.TargetColumns, nameof(options.TargetColumns));
        RequireDistinct(options.InputColumns ?? [], nameof(options.InputColumns));
        RequireDistinct(options.OneHotColumns.Concat(options.IndexColumns), "OneHotColumns and IndexColumns");
        RequireDistinct(options.Classes ?? [], nameof(options.Classes));
        foreach ((string column, IReadOnlyList<string> categories) in options.Categories)
        {
            if (!options.OneHotColumns.Contains(column) && !options.IndexColumns.Contains(column))
            {
                throw new ArgumentException(
                    $"Categories names '{column}', which is neither one of the OneHotColumns nor of the IndexColumns.", nameof(options));
            }

            RequireDistinct(categories, $"The categories of '{column}'");
        }

        if (options.LabelColumn is string label && (options.TargetColumns.Contains(label) || options.OneHotColumns.Contains(label)))
        {
            throw new ArgumentException(
                $"LabelColumn '{label}' can't be one of the targets or of the OneHotColumns, too.", nameof(options));
        }

        if (options.MissingValues.Values.Prepend(options.MissingValue ?? 0).Any(value => !float.IsFinite((float)value)))
        {
            throw new ArgumentException("MissingValue and MissingValues must be finite, and fit in a float.", nameof(options));
        }
    }

    private static void RequireDistinct(IEnumerable<string> names, string list)
    {
        HashSet<string> seen = [];
        if (names.FirstOrDefault(name => !seen.Add(name)) is string twice)
        {
            throw new ArgumentException($"{list} hold '{twice}' twice.", "options");
        }
    }
}
