using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>A dataset from a CSV file.</summary>
internal static class CsvDataset
{
    /// <exception cref="InvalidDataException">The contents are damaged or don't fit the options.</exception>
    public static Dataset Read(ICharReader text, CsvOptions options, string source)
    {
        CsvOptionsCheck.Check(options);
        CsvReader reader = new(text, options.Separator, source);
        CsvColumns columns = CsvColumns.Read(reader, options, source);
        List<float> inputs = [];
        List<float> targets = [];
        List<int> labels = [];
        for (bool more = !options.HasHeader || reader.Read(); more; more = reader.Read())
        {
            Span<float> ownInputs = Room(inputs, columns.InputColumns, source);
            labels.Add(columns.ReadRow(reader, ownInputs, Room(targets, columns.TargetColumns, source)));
        }

        if (labels.Count == 0)
        {
            throw new InvalidDataException($"{source} holds no samples.");
        }

        columns.Close(source);
        float[] allInputs = Written(inputs, columns.InputColumns, columns.InputCount, labels.Count, columns.WriteInputs, source);
        float[] allTargets = Written(targets, columns.TargetColumns, columns.TargetCount, labels.Count, columns.WriteTargets, source);
        int[] allLabels = [.. labels];
        for (int i = 0; columns.HasLabel && i < allLabels.Length; i++)
        {
            allLabels[i] = columns.LabelOf(allLabels[i]);
        }

        int size = columns.InputCount;
        Dataset data = (columns.HasLabel, columns.TargetCount > 0) switch
        {
            (true, true) => new Dataset(allInputs, allLabels, allTargets, size),
            (true, false) => new Dataset(allInputs, allLabels, size),
            (false, true) => new Dataset(allInputs, allTargets, size),
            _ => new Dataset(allInputs, size),
        };
        data.CsvOptions = columns.Learned;
        return data;
    }

    private static Span<float> Room(List<float> values, int count, string source)
    {
        CollectionsMarshal.SetCount(values, (int)Checked((long)values.Count + count, source));
        return CollectionsMarshal.AsSpan(values)[^count..];
    }

    private static float[] Written(List<float> read, int columns, int perSample, int count, WriteRow write, string source)
    {
        float[] values = new float[Checked((long)perSample * count, source)];
        ReadOnlySpan<float> rows = CollectionsMarshal.AsSpan(read);
        for (int n = 0; n < count; n++)
        {
            write(rows.Slice(n * columns, columns), values.AsSpan(n * perSample, perSample));
        }

        return values;
    }

    private static long Checked(long length, string source) => length <= Array.MaxLength
        ? length
        : throw new InvalidDataException(
            Invariant($"{source} gives more values than an array holds, {Array.MaxLength}; CsvSource reads it piece by piece."));

    private delegate void WriteRow(ReadOnlySpan<float> read, Span<float> values);
}
