using System;
using System.Collections.Generic;
using System.IO;
using StaticNets.Data;

namespace StaticNets;

/// <summary>
/// Samples read from CSV files as they are needed, so that they need not fit in memory. They come in the order of the files;
/// <see cref="BatchSourceExtensions.Shuffle"/> shuffles them, <see cref="BatchSourceExtensions.Prefetch"/> reads them in the background.
/// Each reader opens the files; they must not change. The format is that of <see cref="Dataset.FromCsv(string, CsvOptions)"/>.
/// </summary>
public sealed class CsvSource : IBatchSource
{
    private readonly string[] _paths;
    private readonly CsvOptions _options;
    private readonly CsvIndex _index;

    /// <summary>Reads a file once, to count its samples and to see that every value is right.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are what. Default: a header, and all columns are inputs.</param>
    /// <exception cref="InvalidDataException">The file is damaged or has other columns; the message says where.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public CsvSource(string path, CsvOptions? options = null)
        : this([path], options)
    {
    }

    /// <summary>Reads several files once, which make one source together. All must have the same columns.</summary>
    /// <param name="paths">The files, in the order of their samples.</param>
    /// <param name="options">Which columns are what. Default: a header in each file, and all columns are inputs.</param>
    /// <exception cref="ArgumentException">There is no file.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or has other columns; the message says where.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public CsvSource(IReadOnlyList<string> paths, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfZero(paths.Count, nameof(paths));
        foreach (string path in paths)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
        }

        _paths = [.. paths];
        _options = options ?? new CsvOptions();
        CsvOptionsCheck.Check(_options);
        _index = CsvIndex.Build(_paths, _options);
        CsvOptions = _index.Columns.Learned;
    }

    /// <summary>
    /// The options with what was learned of the files: the order of the inputs, the categories of columns, the classes. Other files are
    /// read with them in the same way.
    /// </summary>
    public CsvOptions CsvOptions { get; }

    /// <inheritdoc/>
    public int Count => _index.Count;

    /// <inheritdoc/>
    public int InputSize => _index.Columns.InputCount;

    /// <inheritdoc/>
    /// <exception cref="IOException">A file can't be read.</exception>
    public IBatchReader CreateReader(int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return new Reader(this, Math.Min(batchSize, Count));
    }

    private sealed class Reader : IBatchReader
    {
        private readonly CsvSource _source;
        private readonly CsvColumns _columns;
        private readonly int _batchSize;
        private readonly Utf8Files _files;
        private readonly CsvReader _rows;
        private readonly float[] _readInputs;
        private readonly float[] _readTargets;
        private readonly float[] _inputs;
        private readonly float[] _targets;
        private readonly int[] _labels;
        private int _file;
        private int _position;

        public Reader(CsvSource source, int batchSize)
        {
            _source = source;
            _columns = source._index.Columns;
            _batchSize = batchSize;
            _readInputs = new float[_columns.InputColumns];
            _readTargets = new float[_columns.TargetColumns];
            _inputs = SourceCheck.Buffer(batchSize, _columns.InputCount);
            _targets = SourceCheck.Buffer(batchSize, _columns.TargetCount);
            _labels = new int[_columns.HasLabel ? batchSize : 0];
            _files = new Utf8Files(source._paths);
            _rows = new CsvReader(_files, source._options.Separator, source._paths[0])
            {
                PassesOverEmptyLines = _columns.PassesOverEmptyLines,
            };
            Seek(0);
        }

        public void Reset(EpochOrder order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(order.FirstBatch, nameof(order));
            Seek((int)Math.Min((long)order.FirstBatch * _batchSize, _source.Count));
        }

        public bool Read(out Batch batch)
        {
            int count = Math.Min(_batchSize, _source.Count - _position);
            if (count == 0)
            {
                batch = default;
                return false;
            }

            for (int n = 0; n < count; n++)
            {
                Advance();
                int label = _columns.ReadRow(_rows, _readInputs, _readTargets);
                _columns.WriteInputs(_readInputs, _inputs.AsSpan(n * _columns.InputCount, _columns.InputCount));
                _columns.WriteTargets(_readTargets, _targets.AsSpan(n * _columns.TargetCount, _columns.TargetCount));
                if (_columns.HasLabel)
                {
                    _labels[n] = _columns.LabelOf(label);
                }
            }

            batch = new Batch
            {
                Count = count,
                Inputs = _inputs.AsSpan(0, count * _columns.InputCount),
                Labels = _labels.AsSpan(0, _columns.HasLabel ? count : 0),
                Targets = _targets.AsSpan(0, count * _columns.TargetCount),
            };
            return true;
        }

        public void Dispose() => _files.Dispose();

        private void Seek(int row)
        {
            if (row == _source.Count)
            {
                _position = row;
                return;
            }

            CsvPlace place = _source._index.Before(row);
            Go(place.File, place.Offset, place.Line);
            for (_position = place.Row; _position < row;)
            {
                Advance();
            }
        }

        /// <summary>Reads the next row, of the next file where this one is at its end.</summary>
        private void Advance()
        {
            while (!_rows.Read())
            {
                if (_file == _source._paths.Length - 1)
                {
                    throw new InvalidDataException($"{_source._paths[_file]} has changed: it holds fewer samples than before.");
                }

                Go(_file + 1, 0, 1);
                if (_source._options.HasHeader)
                {
                    _rows.ReadHeader();
                }
            }

            _position++;
        }

        private void Go(int file, long offset, long line)
        {
            _file = file;
            _files.Seek(file, offset);
            _rows.Restart(_source._paths[file], offset, line);
        }
    }
}
