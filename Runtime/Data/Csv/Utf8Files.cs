using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace StaticNets.Data;

/// <summary>
/// The characters of files in UTF-8, of one file at a time, from any place on. All are open from the begin, so that moving from one to the
/// next allocates
/// nothing.
/// </summary>
internal sealed class Utf8Files : ICharReader, IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly Decoder _decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private readonly byte[] _bytes = new byte[BufferSize];
    private readonly IReadOnlyList<string> _paths;
    private readonly SafeFileHandle[] _files;
    private int _file;
    private long _offset;
    private int _begin;
    private int _end;

    /// <exception cref="IOException">A file can't be read.</exception>
    public Utf8Files(IReadOnlyList<string> paths)
    {
        _paths = paths;
        _files = new SafeFileHandle[paths.Count];
        try
        {
            for (int i = 0; i < _files.Length; i++)
            {
                _files[i] = File.OpenHandle(paths[i], options: FileOptions.SequentialScan);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Goes to a byte of a file, at which a character begins.</summary>
    public void Seek(int file, long offset)
    {
        _file = file;
        _offset = offset;
        _begin = 0;
        _end = 0;
        _decoder.Reset();
    }

    public int Read(Span<char> characters)
    {
        while (true)
        {
            if (_begin == _end)
            {
                _begin = 0;
                _end = RandomAccess.Read(_files[_file], _bytes, _offset);
                _offset += _end;
            }

            bool last = _end == 0;
            int count = Decode(_bytes.AsSpan(_begin, _end - _begin), characters, last);
            if (count > 0 || last)
            {
                return count;
            }
        }
    }

    public void Dispose()
    {
        foreach (SafeFileHandle? file in _files)
        {
            file?.Dispose();
        }
    }

    private int Decode(ReadOnlySpan<byte> bytes, Span<char> characters, bool last)
    {
        try
        {
            _decoder.Convert(bytes, characters, last, out int used, out int count, out _);
            _begin += used;
            return count;
        }
        catch (DecoderFallbackException damaged)
        {
            throw new InvalidDataException($"{_paths[_file]} is not UTF-8: {damaged.Message}", damaged);
        }
    }
}
