using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using static System.FormattableString;

namespace StaticNets.Serialization;

/// <summary>
/// Writes weights as safetensors: the header's length, the header in JSON, then the floats. The metadata holds a checksum of the floats,
/// which
/// other readers pass over.
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
        Crc32C checksum = default;
        WriteData(info, parameters, arrays, bytes => checksum.Append(bytes));
        ReadOnlySpan<byte> header = Header(info, arrays, Invariant($"{checksum.Value:x8}"), checkpoint);
        int padding = (Alignment - (header.Length % Alignment)) % Alignment;
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)(header.Length + padding));
        stream.Write(length);
        stream.Write(header);
        stream.Write("        "u8[..padding]);
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

    private static ReadOnlySpan<byte> Header(NetInfo info, IReadOnlyList<CheckpointArray> arrays, string checksum, string? checkpoint)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        long offset = 0;
        json.WriteStartObject();
        json.WriteStartObject("__metadata__");
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
        json.Flush();
        return buffer.WrittenSpan;
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
