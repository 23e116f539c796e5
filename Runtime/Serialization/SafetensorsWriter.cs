using System;
using System.Buffers;
using System.Buffers.Binary;
using System.IO;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StaticNets.Serialization;

/// <summary>Writes weights as safetensors: the header's length, the header in JSON, then the floats.</summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;

    public static void Write(Stream stream, NetInfo info, ReadOnlySpan<float> parameters)
    {
        ReadOnlySpan<byte> header = Header(info);
        int padding = (Alignment - (header.Length % Alignment)) % Alignment;
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)(header.Length + padding));
        stream.Write(length);
        stream.Write(header);
        stream.Write("        "u8[..padding]);
        foreach (TensorInfo tensor in info.Tensors)
        {
            WriteFloats(stream, parameters.Slice(tensor.Offset, tensor.Length));
        }
    }

    private static ReadOnlySpan<byte> Header(NetInfo info)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        long offset = 0;
        json.WriteStartObject();
        foreach (TensorInfo tensor in info.Tensors)
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

    private static void WriteFloats(Stream stream, ReadOnlySpan<float> values)
    {
        Span<byte> bytes = stackalloc byte[4096];
        while (!values.IsEmpty)
        {
            ReadOnlySpan<float> some = values[..Math.Min(values.Length, bytes.Length / sizeof(float))];
            if (BitConverter.IsLittleEndian)
            {
                MemoryMarshal.AsBytes(some).CopyTo(bytes);
            }
            else
            {
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<float, uint>(some), MemoryMarshal.Cast<byte, uint>(bytes));
            }

            stream.Write(bytes[..(some.Length * sizeof(float))]);
            values = values[some.Length..];
        }
    }
}
