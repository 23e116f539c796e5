using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StaticNets.Serialization;

/// <summary>
/// Writes weights as safetensors: the header's length, the header in JSON, then the floats. The metadata holds a checksum of all that,
/// which other readers pass over.
/// </summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;

    public static void Write(Stream stream, NetInfo info, ReadOnlySpan<float> parameters) => Write(stream, info, parameters, [], null);

    /// <param name="stream">Receives the file.</param>
    /// <param name="info">The net.</param>
    /// <param name="parameters">Its weights.</param>
    /// <param name="arrays">What a checkpoint keeps beside them; empty for weights alone.</param>
    /// <param name="checkpoint">What a checkpoint says of the trainer; null for weights alone.</param>
    public static void Write(
        Stream stream, NetInfo info, ReadOnlySpan<float> parameters, IReadOnlyList<CheckpointArray> arrays, string? checkpoint)
    {
        // The checksum's digits count as zeros, and are as many.
        Crc32C checksum = default;
        checksum.Append(Header(info, arrays, SafetensorsChecksum.Zeros, checkpoint));
        WriteData(info, parameters, arrays, bytes => checksum.Append(bytes));
        stream.Write(Header(info, arrays, SafetensorsChecksum.Text(checksum), checkpoint));
        WriteData(info, parameters, arrays, stream.Write);
    }

    private static void WriteData(
        NetInfo info, ReadOnlySpan<float> parameters, IReadOnlyList<CheckpointArray> arrays, ReadOnlySpanAction<byte> write)
    {
        foreach (TensorInfo tensor in info.Tensors)
        {
            WriteFloats(parameters.Slice(tensor.Offset, tensor.Length), write);
        }

        foreach (CheckpointArray array in arrays)
        {
            WriteFloats(array.Values, write);
        }
    }

    /// <summary>The header behind its length, padded.</summary>
    private static ReadOnlySpan<byte> Header(NetInfo info, IReadOnlyList<CheckpointArray> arrays, string checksum, string? checkpoint)
    {
        ArrayBufferWriter<byte> json = new();
        WriteJson(json, info, arrays, checksum, checkpoint);
        int padding = (Alignment - (json.WrittenCount % Alignment)) % Alignment;
        byte[] header = new byte[sizeof(ulong) + json.WrittenCount + padding];
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)(json.WrittenCount + padding));
        json.WrittenSpan.CopyTo(header.AsSpan(sizeof(ulong)));
        header.AsSpan(sizeof(ulong) + json.WrittenCount).Fill((byte)' ');
        return header;
    }

    private static void WriteJson(
        IBufferWriter<byte> buffer, NetInfo info, IReadOnlyList<CheckpointArray> arrays, string checksum, string? checkpoint)
    {
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        long offset = 0;
        json.WriteStartObject();
        json.WriteStartObject("__metadata__");
        json.WriteString(MetadataKeys.Format, "1");
        json.WriteString(MetadataKeys.Checksum, checksum);
        if (checkpoint is not null)
        {
            json.WriteString(MetadataKeys.Checkpoint, checkpoint);
        }

        json.WriteEndObject();
        IEnumerable<TensorInfo> beside = arrays.Select(array => new TensorInfo(array.Name, [array.Values.Length], 0, array.Values.Length));
        foreach (TensorInfo tensor in info.Tensors.Concat(beside))
        {
            json.WriteStartObject(tensor.Name);
            json.WriteString("dtype", "F32");
            json.WriteStartArray("shape");
            foreach (int size in tensor.Shape)
            {
                json.WriteNumberValue(size);
            }

            json.WriteEndArray();
            json.WriteStartArray("data_offsets");
            json.WriteNumberValue(offset);
            offset += (long)tensor.Length * sizeof(float);
            json.WriteNumberValue(offset);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFloats(ReadOnlySpan<float> values, ReadOnlySpanAction<byte> write)
    {
        if (BitConverter.IsLittleEndian)
        {
            write(MemoryMarshal.AsBytes(values));
            return;
        }

        Span<byte> bytes = stackalloc byte[4096];
        while (!values.IsEmpty)
        {
            ReadOnlySpan<float> some = values[..Math.Min(values.Length, bytes.Length / sizeof(float))];
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, uint>(some), MemoryMarshal.Cast<byte, uint>(bytes));
            write(bytes[..(some.Length * sizeof(float))]);
            values = values[some.Length..];
        }
    }

    private delegate void ReadOnlySpanAction<T>(ReadOnlySpan<T> values);
}
