using System;
using System.Buffers.Binary;
using System.IO;

namespace StaticNets.Serialization;

/// <summary>Reads and writes the values of .npy files.</summary>
internal static class NpyArray
{
    /// <summary>Reads an array that ends with its stream.</summary>
    /// <param name="stream">The contents.</param>
    /// <param name="mostBytes">What the stream can hold at most.</param>
    /// <param name="name">The array's name.</param>
    /// <param name="source">What error messages call it.</param>
    public static NamedArray Read(Stream stream, long mostBytes, string name, string source)
    {
        NpyHeader header = NpyHeader.Read(stream, source);
        long size = (long)header.Count * header.Width;
        if (size > mostBytes)
        {
            throw new InvalidDataException($"{source} is truncated: its header announces more than the file can hold.");
        }

        byte[] bytes = BoundedRead.Exactly(stream, (int)size, source, "data");
        BoundedRead.End(stream, source);
        float[] values = new float[header.Count];
        for (int i = 0; i < values.Length; i++)
        {
            ReadOnlySpan<byte> value = bytes.AsSpan(i * header.Width, header.Width);
            values[i] = header.Width switch
            {
                sizeof(float) => BinaryPrimitives.ReadSingleLittleEndian(value),
                sizeof(double) => (float)BinaryPrimitives.ReadDoubleLittleEndian(value),
                _ => (float)BinaryPrimitives.ReadHalfLittleEndian(value),
            };
        }

        return new NamedArray(name, header.Shape, values);
    }

    public static void Write(Stream stream, System.Collections.Generic.IReadOnlyList<int> shape, ReadOnlySpan<float> values)
    {
        stream.Write(NpyHeader.Create(shape));
        Span<byte> bytes = stackalloc byte[4096];
        while (!values.IsEmpty)
        {
            ReadOnlySpan<float> some = values[..Math.Min(values.Length, bytes.Length / sizeof(float))];
            for (int i = 0; i < some.Length; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes[(i * sizeof(float))..], some[i]);
            }

            stream.Write(bytes[..(some.Length * sizeof(float))]);
            values = values[some.Length..];
        }
    }
}
