using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using static System.FormattableString;

namespace StaticNets.Serialization;

/// <summary>Reads weights from safetensors. Nothing is handed out unless everything is right.</summary>
internal static class SafetensorsReader
{
    // The limit of the format's reference reader.
    private const long MaxHeaderLength = 100_000_000;

    /// <summary>The net's parameters, from a stream that ends with them.</summary>
    /// <exception cref="InvalidDataException">The contents are damaged or belong to another net.</exception>
    public static float[] Read(Stream stream, NetInfo info, string source)
    {
        byte[] prefix = BoundedRead.Exactly(stream, sizeof(ulong), source, "header length");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        long most = stream.CanSeek ? Math.Min(MaxHeaderLength, stream.Length - stream.Position) : MaxHeaderLength;
        if (length < 2 || length > (ulong)most)
        {
            throw new InvalidDataException(Invariant($"{source} announces a header of {length} bytes; 2 to {most} are possible."));
        }

        byte[] header = BoundedRead.Exactly(stream, (int)length, source, "header");
        SafetensorsMatch match = new(info, source);
        SafetensorsHeader.Read(header, source, match.Accept);
        IReadOnlyList<TensorInfo> tensors = match.Complete();
        return ReadTensors(stream, info, tensors, source);
    }

    private static float[] ReadTensors(Stream stream, NetInfo info, IReadOnlyList<TensorInfo> tensors, string source)
    {
        float[] parameters = new float[info.ParameterCount];
        foreach (TensorInfo tensor in tensors)
        {
            Span<float> values = parameters.AsSpan(tensor.Offset, tensor.Length);
            Span<byte> bytes = MemoryMarshal.AsBytes(values);
            int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read < bytes.Length)
            {
                throw new InvalidDataException(
                    Invariant($"{source} is truncated: '{tensor.Name}' needs {bytes.Length} bytes, but only {read} are there."));
            }

            if (!BitConverter.IsLittleEndian)
            {
                Span<uint> words = MemoryMarshal.Cast<float, uint>(values);
                BinaryPrimitives.ReverseEndianness(words, words);
            }
        }

        BoundedRead.End(stream, source);
        return parameters;
    }
}
