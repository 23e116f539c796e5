using System;
using System.IO;
using StaticNets.Data;
using static System.FormattableString;

namespace StaticNets;

/// <summary>
/// Images and labels read from two IDX files as they are needed, plain or gzipped, so that they need not fit in memory. The samples come in
/// the order of
/// the files; <see cref="BatchSourceExtensions.Shuffle"/> shuffles them. The files are opened by each reader and must not change.
/// </summary>
public sealed class IdxSource : IBatchSource
{
    private readonly string _imagesPath;
    private readonly string _labelsPath;
    private readonly float _scale;

    /// <summary>Looks at the headers of both files.</summary>
    /// <param name="imagesPath">Unsigned bytes; the first axis counts the samples.</param>
    /// <param name="labelsPath">Unsigned bytes, one a sample.</param>
    /// <param name="scale">What each byte of an image is multiplied by. Default: 1/255, for floats from 0 to 1.</param>
    /// <exception cref="InvalidDataException">A file is damaged, is something else, or the two don't fit each other.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public IdxSource(string imagesPath, string labelsPath, double scale = 1.0 / 255)
    {
        ArgumentException.ThrowIfNullOrEmpty(imagesPath);
        ArgumentException.ThrowIfNullOrEmpty(labelsPath);
        _imagesPath = imagesPath;
        _labelsPath = labelsPath;
        _scale = ByteScaling.Factor(scale);
        using IdxStream images = new(imagesPath);
        using IdxStream labels = new(labelsPath);
        if (labels.ValuesPerSample != 1 || labels.Count != images.Count)
        {
            string what = Invariant($"holds {labels.Count} of {labels.ValuesPerSample} labels each");
            throw new InvalidDataException(Invariant($"{imagesPath} holds {images.Count} samples, but {labelsPath} {what}."));
        }

        Count = images.Count;
        InputSize = images.ValuesPerSample;
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public int InputSize { get; }

    /// <inheritdoc/>
    /// <exception cref="IOException">A file can't be read.</exception>
    public IBatchReader CreateReader(int batchSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return new Reader(this, Math.Min(batchSize, Count));
    }

    private sealed class Reader(IdxSource source, int batchSize) : IBatchReader
    {
        private readonly IdxStream _images = new(source._imagesPath);
        private readonly IdxStream _labels = new(source._labelsPath);
        private readonly byte[] _bytes = SourceCheck.Buffer<byte>(batchSize, source.InputSize);
        private readonly float[] _inputs = SourceCheck.Buffer(batchSize, source.InputSize);
        private readonly int[] _labelValues = new int[batchSize];
        private int _position;

        public void Reset(EpochOrder order)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(order.FirstBatch, nameof(order));
            _position = (int)Math.Min((long)order.FirstBatch * batchSize, source.Count);
            _images.Seek(_position);
            _labels.Seek(_position);
        }

        public bool Read(out Batch batch)
        {
            int count = Math.Min(batchSize, source.Count - _position);
            if (count == 0)
            {
                batch = default;
                return false;
            }

            _labels.Read(_bytes.AsSpan(0, count));
            for (int n = 0; n < count; n++)
            {
                _labelValues[n] = _bytes[n];
            }

            Span<byte> bytes = _bytes.AsSpan(0, count * source.InputSize);
            _images.Read(bytes);
            ByteScaling.Scale(bytes, source._scale, _inputs);
            batch = new Batch { Count = count, Inputs = _inputs.AsSpan(0, bytes.Length), Labels = _labelValues.AsSpan(0, count) };
            _position += count;
            return true;
        }

        public void Dispose()
        {
            _images.Dispose();
            _labels.Dispose();
        }
    }
}
