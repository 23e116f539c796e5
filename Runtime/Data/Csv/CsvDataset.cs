using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;

namespace StaticNets.Data;

/// <summary>A dataset from a CSV file.</summary>
internal static class CsvDataset
{
    /// <exception cref="InvalidDataException">The contents are damaged or don't fit the options.</exception>
    public static Dataset Read(ICharReader text, CsvOptions options, string source)
    {
        CsvColumns.Check(options);
        CsvReader reader = new(text, options.Separator, source);
        CsvColumns columns = CsvColumns.Read(reader, options, source);
        List<float> inputs = [];
        List<float> targets = [];
        List<int> labels = [];
        for (bool more = !options.HasHeader || reader.Read(); more; more = reader.Read())
        {
            labels.Add(columns.Values(reader, Room(inputs, columns.InputCount), Room(targets, columns.TargetCount)));
        }

        if (labels.Count == 0)
        {
            throw new InvalidDataException($"{source} holds no samples.");
        }

        return columns.HasLabel ? new Dataset([.. inputs], labels.ToArray(), columns.InputCount)
            : columns.TargetCount > 0 ? new Dataset([.. inputs], targets.ToArray(), columns.InputCount)
            : new Dataset([.. inputs], columns.InputCount);
    }

    private static Span<float> Room(List<float> values, int count)
    {
        CollectionsMarshal.SetCount(values, values.Count + count);
        return CollectionsMarshal.AsSpan(values)[^count..];
    }
}
