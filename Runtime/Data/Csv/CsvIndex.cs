using System;
using System.Collections.Generic;
using System.IO;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>Where a row begins.</summary>
/// <param name="Row">Its number among the samples of all files, from 0.</param>
/// <param name="File">The file's number.</param>
/// <param name="Offset">Its first byte.</param>
/// <param name="Line">The number of its line in the file.</param>
internal readonly record struct CsvPlace(int Row, int File, long Offset, long Line);

/// <summary>
/// What one pass over CSV files finds: that every value is right, how many samples there are, and the places of some of them.
/// </summary>
internal sealed record CsvIndex(CsvColumns Columns, int Count, IReadOnlyList<CsvPlace> Places)
{
    private const int RowsAPlace = 1024;

    /// <exception cref="InvalidDataException">A file is damaged or doesn't fit the options or the others.</exception>
    public static CsvIndex Build(IReadOnlyList<string> paths, CsvOptions options)
    {
        using Utf8Files files = new(paths);
        CsvReader reader = new(files, options.Separator, paths[0]);
        CsvColumns? columns = null;
        List<CsvPlace> places = [];
        int rows = 0;
        for (int file = 0; file < paths.Count; file++)
        {
            files.Seek(file, 0);
            reader.Restart(paths[file], 0, 1);
            CsvColumns own = CsvColumns.Read(reader, options, paths[file]);
            columns ??= own;
            columns.CheckSame(own, paths[0], paths[file]);
            if (!options.HasHeader)
            {
                files.Seek(file, 0);
                reader.Restart(paths[file], 0, 1);
            }

            rows = AddRows(reader, columns, file, rows, places);
        }

        if (rows == 0)
        {
            throw new InvalidDataException($"{string.Join(", ", paths)} holds no samples.");
        }

        columns!.Close(paths[0]);
        return new CsvIndex(columns, rows, places);
    }

    /// <summary>The last known place that is not behind the row.</summary>
    public CsvPlace Before(int row)
    {
        int low = 0;
        for (int high = Places.Count - 1; low < high;)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Places[middle].Row <= row ? (middle, high) : (low, middle - 1);
        }

        return Places[low];
    }

    private static int AddRows(CsvReader reader, CsvColumns columns, int file, int rows, List<CsvPlace> places)
    {
        float[] inputs = new float[columns.InputColumns];
        float[] targets = new float[columns.TargetColumns];
        (long offset, long line) = reader.Next;
        places.Add(new CsvPlace(rows, file, offset, line));
        for (int since = 0; reader.Read(); since++)
        {
            columns.ReadRow(reader, inputs, targets);
            if (rows == int.MaxValue)
            {
                throw reader.Wrong(Invariant($"there are more than {int.MaxValue} samples"));
            }

            if (since == RowsAPlace)
            {
                places.Add(new CsvPlace(rows, file, offset, line));
                since = 0;
            }

            rows++;
            (offset, line) = reader.Next;
        }

        return rows;
    }
}
