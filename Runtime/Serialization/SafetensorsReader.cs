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
            string what = KnownFormat.Of(prefix) is KnownFormat other
                ? $", but {other.Name}: {other.Advice}"
                : Invariant($" or is damaged: it announces a header of {length} bytes, where 2 to {most} are possible");
            throw new InvalidDataException($"{source} is no safetensors file{what}.");
        }

        byte[] header = BoundedRead.Exactly(stream, (int)length, source, "header");
        SafetensorsMatch match = new(info, source);
        Dictionary<string, string> metadata = [];
        Range place = default;
        SafetensorsHeader.Read(header, source, match.Accept, (name, value, where) =>
        {
            if (name is not (MetadataKeys.Format or MetadataKeys.Checksum or MetadataKeys.Checkpoint))
            {
                return;
            }

            if (!metadata.TryAdd(name, value))
            {
                throw new InvalidDataException($"{source} has a damaged header: '{name}' stands there twice.");
            }

            place = name == MetadataKeys.Checksum ? where : place;
        });
        IReadOnlyList<SafetensorsPlace> places = match.Complete();
        SafetensorsChecksum checksum = new(prefix, header, metadata, place, source);
        if (stream.CanSeek && places.Count > 0 && stream.Length - stream.Position < places[^1].End)
        {
            TensorInfo tensor = Missing(places, stream.Length - stream.Position, out long needed, out long there);
            throw new InvalidDataException(
                Invariant($"{source} is truncated: '{tensor.Name}' needs {needed} bytes, but only {there} are there."));
        }

        return ReadTensors(stream, info, places, withArrays, checksum, source) with { Metadata = metadata };
    }

    private static SafetensorsFile ReadTensors(
        Stream stream,
        NetInfo info,
        IReadOnlyList<SafetensorsPlace> places,
        bool withArrays,
        SafetensorsChecksum checksum,
        string source)
    {
        float[] parameters = new float[info.ParameterCount];
        float[]? passedOver = null;
        Dictionary<string, float[]> arrays = [];
        foreach ((TensorInfo tensor, bool isWeight, _, _) in places)
        {
            if (isWeight)
            {
                ReadTensor(stream, tensor, parameters.AsSpan(tensor.Offset, tensor.Length), checksum, source);
            }
            else
            {
                float[] values = withArrays
                    ? arrays[tensor.Name] = new float[tensor.Length]
                    : passedOver ??= new float[info.ParameterCount];
                ReadTensor(stream, tensor, values.AsSpan(0, tensor.Length), checksum, source);
            }
        }

        BoundedRead.End(stream, source);
        checksum.Check();
        return new SafetensorsFile(parameters, arrays);
    }

    private static void ReadTensor(Stream stream, TensorInfo tensor, Span<float> values, SafetensorsChecksum checksum, string source)
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
