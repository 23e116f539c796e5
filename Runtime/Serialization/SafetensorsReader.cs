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

    /// <summary>The net's parameters, from a stream that ends with them. The arrays of a checkpoint are passed over.</summary>
    /// <exception cref="InvalidDataException">The contents are damaged or belong to another net.</exception>
    public static float[] Read(Stream stream, NetInfo info, string source) => Read(stream, info, source, withArrays: false).Parameters;

    /// <summary>The net's parameters and, where wanted, what a checkpoint holds beside them.</summary>
    /// <exception cref="InvalidDataException">The contents are damaged or belong to another net.</exception>
    public static SafetensorsFile Read(Stream stream, NetInfo info, string source, bool withArrays)
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
        Dictionary<string, string> metadata = [];
        SafetensorsHeader.Read(header, source, match.Accept, (name, value) =>
        {
            if (name is MetadataKeys.Checksum or MetadataKeys.Checkpoint)
            {
                metadata[name] = value;
            }
        });
        IReadOnlyList<SafetensorsPlace> places = match.Complete();
        if (stream.CanSeek && stream.Length - stream.Position < places[^1].End)
        {
            TensorInfo tensor = Missing(places, stream.Length - stream.Position, out long needed, out long there);
            throw new InvalidDataException(
                Invariant($"{source} is truncated: '{tensor.Name}' needs {needed} bytes, but only {there} are there."));
        }

        return ReadTensors(stream, info, places, metadata, withArrays, source);
    }

    private static SafetensorsFile ReadTensors(
        Stream stream,
        NetInfo info,
        IReadOnlyList<SafetensorsPlace> places,
        Dictionary<string, string> metadata,
        bool withArrays,
        string source)
    {
        float[] parameters = new float[info.ParameterCount];
        float[]? passedOver = null;
        Dictionary<string, float[]> arrays = [];
        Crc32C checksum = default;
        foreach ((TensorInfo tensor, bool isWeight, _, _) in places)
        {
            if (isWeight)
            {
                ReadTensor(stream, tensor, parameters.AsSpan(tensor.Offset, tensor.Length), ref checksum, source);
            }
            else
            {
                float[] values = withArrays
                    ? arrays[tensor.Name] = new float[tensor.Length]
                    : passedOver ??= new float[info.ParameterCount];
                ReadTensor(stream, tensor, values.AsSpan(0, tensor.Length), ref checksum, source);
            }
        }

        BoundedRead.End(stream, source);
        return !metadata.TryGetValue(MetadataKeys.Checksum, out string? expected) || expected == Invariant($"{checksum.Value:x8}")
            ? new SafetensorsFile(parameters, arrays, metadata)
            : throw new InvalidDataException($"{source} is damaged: its data does not have the checksum that its header gives.");
    }

    private static void ReadTensor(Stream stream, TensorInfo tensor, Span<float> values, ref Crc32C checksum, string source)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(values);
        int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length)
        {
            throw new InvalidDataException(
                Invariant($"{source} is truncated: '{tensor.Name}' needs {bytes.Length} bytes, but only {read} are there."));
        }

        checksum.Append(bytes);
        if (!BitConverter.IsLittleEndian)
        {
            Span<uint> words = MemoryMarshal.Cast<float, uint>(values);
            BinaryPrimitives.ReverseEndianness(words, words);
        }
    }

    /// <summary>The first tensor that is not whole.</summary>
    private static TensorInfo Missing(IReadOnlyList<SafetensorsPlace> places, long length, out long needed, out long there)
    {
        int first = 0;
        while (places[first].End <= length)
        {
            first++;
        }

        needed = places[first].End - places[first].Begin;
        there = Math.Max(0, length - places[first].Begin);
        return places[first].Tensor;
    }
}
