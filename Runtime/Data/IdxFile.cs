using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using StaticNets.Data;

namespace StaticNets;

/// <summary>The contents of an IDX file, the format of MNIST and its successors.</summary>
public sealed class IdxFile
{
    internal IdxFile(IdxElementType elementType, int[] shape, byte[] bytes)
    {
        ElementType = elementType;
        Shape = shape;
        Bytes = bytes;
    }

    /// <summary>What the elements are.</summary>
    public IdxElementType ElementType { get; }

    /// <summary>The sizes of the axes; the first one usually counts the samples.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The elements in row-major order, as they stand in the file: wider ones are big-endian.</summary>
    public byte[] Bytes { get; }

    /// <summary>Reads a file, plain or gzipped; which one is seen from its contents.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is damaged or is something else; the message names it and says what is wrong.
    /// </exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static IdxFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        return Read(file, path);
    }

    /// <summary>Reads a stream from where it stands to its end, plain or gzipped.</summary>
    /// <param name="stream">The stream, which must be able to seek. It stays open.</param>
    /// <param name="name">What error messages call it.</param>
    /// <exception cref="InvalidDataException">The contents are damaged or something else; the message says what is wrong.</exception>
    public static IdxFile Read(Stream stream, string name = "The stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ArgumentException("The stream must be able to seek.", nameof(stream));
        }

        if (!IsGzip(stream))
        {
            return IdxReader.Read(stream, stream.Length - stream.Position, name);
        }

        // Deflate can't shrink anything to less than a thousandth or so; a header that claims more than that is
        // refused before it is believed.
        long most = (stream.Length - stream.Position) * 1100;
        using GZipStream unzipped = new(stream, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            return IdxReader.Read(unzipped, most, name);
        }
        catch (InvalidDataException damaged) when (!damaged.Message.StartsWith(name, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{name} is a damaged gzip file: {damaged.Message}", damaged);
        }
    }

    /// <summary>The elements as floats, whatever they are in the file. 32-bit integers above 2^24 and 64-bit floats are rounded.</summary>
    public float[] ToSingles()
    {
        int width = IdxReader.Width(ElementType);
        float[] values = new float[Bytes.Length / width];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> element = Bytes.AsSpan(i * width, width);
            values[i] = ElementType switch
            {
                IdxElementType.Byte => element[0],
                IdxElementType.SByte => (sbyte)element[0],
                IdxElementType.Int16 => BinaryPrimitives.ReadInt16BigEndian(element),
                IdxElementType.Int32 => BinaryPrimitives.ReadInt32BigEndian(element),
                IdxElementType.Single => BinaryPrimitives.ReadSingleBigEndian(element),
                _ => (float)BinaryPrimitives.ReadDoubleBigEndian(element),
            };
        }

        return values;
    }

    private static bool IsGzip(Stream stream)
    {
        long begin = stream.Position;
        Span<byte> magic = stackalloc byte[2];
        int read = stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        stream.Position = begin;
        return read == 2 && magic[0] == 0x1F && magic[1] == 0x8B;
    }
}
