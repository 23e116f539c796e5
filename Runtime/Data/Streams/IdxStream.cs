using System;
using System.IO;
using System.IO.Compression;
using static System.FormattableString;

namespace StaticNets.Data;

/// <summary>The bytes of an IDX file, sample after sample, without holding more than is asked for.</summary>
internal sealed class IdxStream : IDisposable
{
    private const int BufferSize = 1 << 16;
    private const int MostGzipRatio = 1032; // the format can't pack denser

    private readonly string _path;
    private readonly FileStream _file;
    private readonly bool _isGzip;
    private readonly byte[] _skipped = new byte[4096];
    private Stream _contents;
    private long _begin;
    private int _position;

    public IdxStream(string path)
    {
        _path = path;
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        try
        {
            Span<byte> magic = stackalloc byte[2];
            _isGzip = _file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
            _contents = _file;
            (Count, ValuesPerSample) = Rewind();
        }
        catch (Exception exception)
        {
            _file.Dispose();
            if (exception is InvalidDataException && !exception.Message.StartsWith(path, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"{path} is a damaged gzip file: {exception.Message}", exception);
            }

            throw;
        }
    }

    /// <summary>The number of samples, at least 1.</summary>
    public int Count { get; }

    public int ValuesPerSample { get; }

    /// <summary>Goes to a sample: at once in a plain file, by reading up to it in a gzipped one.</summary>
    public void Seek(int sample)
    {
        if (!_isGzip)
        {
            _file.Position = _begin + ((long)sample * ValuesPerSample);
            _position = sample;
            return;
        }

        if (sample < _position)
        {
            Rewind();
        }

        for (long left = (long)(sample - _position) * ValuesPerSample; left > 0;)
        {
            int count = (int)Math.Min(left, _skipped.Length);
            ReadBytes(_skipped.AsSpan(0, count));
            left -= count;
        }

        _position = sample;
    }

    public void Read(Span<byte> bytes)
    {
        ReadBytes(bytes);
        _position += bytes.Length / ValuesPerSample;
    }

    public void Dispose()
    {
        _contents.Dispose();
        _file.Dispose();
    }

    private void ReadBytes(Span<byte> bytes)
    {
        try
        {
            if (_contents.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length)
            {
                return;
            }
        }
        catch (InvalidDataException damaged)
        {
            throw new InvalidDataException($"{_path} is a damaged gzip file: {damaged.Message}", damaged);
        }

        throw new InvalidDataException($"{_path} is truncated.");
    }

    private (int Count, int ValuesPerSample) Rewind()
    {
        _file.Position = 0;
        if (_isGzip)
        {
            (_contents as GZipStream)?.Dispose();
            _contents = new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true);
        }

        (IdxElementType type, int[] shape) = IdxReader.ReadHeader(_contents, _path);
        long size = IdxReader.Size(shape, 1, _path, long.MaxValue);
        if (type != IdxElementType.Byte || size == 0)
        {
            throw new InvalidDataException($"{_path} must hold unsigned bytes, and at least one sample.");
        }

        _begin = _isGzip ? 0 : _file.Position;
        _position = 0;
        long perSample = size / shape[0];
        if (_isGzip && size / MostGzipRatio > _file.Length)
        {
            throw new InvalidDataException(Invariant($"{_path} announces {size} bytes, which a gzip file of {_file.Length} can't hold."));
        }

        if (perSample > Array.MaxLength || (!_isGzip && _file.Length - _begin != size))
        {
            throw new InvalidDataException(Invariant($"{_path} announces {size} bytes, but holds {_file.Length - _begin}."));
        }

        return (shape[0], (int)perSample);
    }
}
