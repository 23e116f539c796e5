using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Unicode;
using static System.FormattableString;

namespace StaticNets.Serialization;

/// <summary>
/// Reads the JSON header of a safetensors file. It checks the form; whether the contents fit the net is <see cref="SafetensorsMatch"/>'s.
/// </summary>
internal static class SafetensorsHeader
{
    // The deepest that the format goes: the file, a tensor, its shape.
    private const int MaxDepth = 3;
    private const int MaxAxes = 32;

    /// <param name="json">The header.</param>
    /// <param name="source">What error messages call the file.</param>
    /// <param name="accept">Sees each entry as it is read and may refuse it by an exception.</param>
    /// <param name="acceptMetadata">Sees each line of the metadata: its name, its value and where that stands in the header.</param>
    /// <exception cref="InvalidDataException">The header is damaged.</exception>
    public static void Read(
        ReadOnlySpan<byte> json, string source, Action<SafetensorsEntry> accept, Action<string, string, Range> acceptMetadata)
    {
        if (json.IsEmpty || json[0] != '{')
        {
            throw new InvalidDataException($"{source} is not a safetensors file: its header does not begin with '{{'.");
        }

        if (!Utf8.IsValid(json))
        {
            throw new InvalidDataException($"{source} has a damaged header: it is not UTF-8.");
        }

        try
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            bool metadata = false;
            while (NextName(ref reader, source) is string name)
            {
                if (name != "__metadata__")
                {
                    accept(ReadEntry(ref reader, name, source));
                }
                else if (metadata)
                {
                    throw new InvalidDataException($"{source} has a damaged header: '__metadata__' stands there twice.");
                }
                else
                {
                    ReadMetadata(ref reader, source, acceptMetadata);
                    metadata = true;
                }
            }

            // Finds what stands behind the object's end.
            reader.Read();
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or FormatException)
        {
            // InvalidOperationException is the reader's word for half a surrogate pair in a string.
            throw new InvalidDataException($"{source} has a damaged header: {damaged.Message}", damaged);
        }
    }

    private static string? NextName(ref Utf8JsonReader reader, string source)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.PropertyName => reader.GetString(),
            JsonTokenType.EndObject => null,
            _ => throw new InvalidDataException($"{source} has a damaged header."),
        };
    }

    private static SafetensorsEntry ReadEntry(ref Utf8JsonReader reader, string name, string source)
    {
        Require(ref reader, JsonTokenType.StartObject, name, source);
        string? dataType = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        while (NextName(ref reader, source) is string field)
        {
            switch (field)
            {
                case "dtype" when dataType is null:
                    Require(ref reader, JsonTokenType.String, name, source);
                    dataType = reader.GetString();
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader, name, source);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref reader, name, source);
                    break;
                default:
                    throw Damaged(name, source, $"'{field}' is unknown or stands there twice");
            }
        }

        return dataType is not null && shape is not null && offsets is { Count: 2 }
            ? new SafetensorsEntry(name, dataType, shape, offsets[0], offsets[1])
            : throw Damaged(name, source, "it must have dtype, shape and two data_offsets");
    }

    private static List<long> ReadNumbers(ref Utf8JsonReader reader, string name, string source)
    {
        Require(ref reader, JsonTokenType.StartArray, name, source);
        List<long> numbers = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0 || numbers.Count == MaxAxes)
            {
                throw Damaged(name, source, Invariant($"shape and data_offsets must be at most {MaxAxes} whole numbers, none negative"));
            }

            numbers.Add(number);
        }

        return numbers;
    }

    private static void ReadMetadata(ref Utf8JsonReader reader, string source, Action<string, string, Range> accept)
    {
        Require(ref reader, JsonTokenType.StartObject, "__metadata__", source);
        while (NextName(ref reader, source) is string name)
        {
            Require(ref reader, JsonTokenType.String, "__metadata__", source);
            int begin = (int)reader.TokenStartIndex + 1; // behind the quote
            accept(name, reader.GetString()!, begin..(begin + reader.ValueSpan.Length));
        }
    }

    private static void Require(ref Utf8JsonReader reader, JsonTokenType type, string name, string source)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw Damaged(name, source, $"{type} expected, {reader.TokenType} found");
        }
    }

    private static InvalidDataException Damaged(string name, string source, string reason) =>
        new($"{source} has a damaged header at '{Shortened.Name(name)}': {reason}.");
}
