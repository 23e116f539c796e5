using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using StaticNets.Serialization;

namespace StaticNets.Data;

/// <summary>The options of a CSV file, and what was learned of one, as a file in JSON.</summary>
internal static class CsvOptionsFile
{
    private const int MostBytes = 100_000_000;
    private const string Format = "staticnets.csv";
    private const int Version = 1;

    public static void Write(string path, CsvOptions options)
    {
        CsvOptionsCheck.Check(options);
        AtomicFile.Write(path, stream =>
        {
            using Utf8JsonWriter json = new(stream, new JsonWriterOptions
            {
                Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            });
            json.WriteStartObject();
            json.WriteNumber(Format, Version);
            json.WriteString("separator", options.Separator.ToString());
            json.WriteBoolean("has_header", options.HasHeader);
            json.WriteString("label", options.LabelColumn);
            Write(json, "classes", options.Classes);
            Write(json, "targets", options.TargetColumns);
            Write(json, "inputs", options.InputColumns);
            Write(json, "one_hot", options.OneHotColumns);
            Write(json, "index", options.IndexColumns);
            json.WriteStartObject("categories");
            foreach ((string column, IReadOnlyList<string> categories) in options.Categories)
            {
                Write(json, column, categories);
            }

            json.WriteEndObject();
            Write(json, "missing_marks", options.MissingMarks);
            WriteNumber(json, "missing_value", options.MissingValue);
            json.WriteStartObject("missing_values");
            foreach ((string column, double value) in options.MissingValues)
            {
                json.WriteNumber(column, value);
            }

            json.WriteEndObject();
            Write(json, "missing_indicators", options.MissingIndicators);
            json.WriteEndObject();
        });
    }

    /// <exception cref="InvalidDataException">The file is damaged or something else.</exception>
    public static CsvOptions Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (file.Length > MostBytes)
        {
            throw new InvalidDataException($"{path} is too long for the options of a CSV file.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = 4 });
            JsonElement root = document.RootElement;
            if (root.GetProperty(Format).GetInt32() != Version)
            {
                throw new InvalidDataException($"{path} holds the options of another version; version 1 is read.");
            }

            CsvOptions options = new()
            {
                Separator = root.GetProperty("separator").GetString() is [char separator]
                    ? separator
                    : throw new FormatException("The separator is not one character."),
                HasHeader = root.GetProperty("has_header").GetBoolean(),
                LabelColumn = root.GetProperty("label").GetString(),
                Classes = Texts(root.GetProperty("classes")),
                TargetColumns = Texts(root.GetProperty("targets")) ?? [],
                InputColumns = Texts(root.GetProperty("inputs")),
                OneHotColumns = Texts(root.GetProperty("one_hot")) ?? [],
                IndexColumns = Texts(root.GetProperty("index")) ?? [],
                Categories = root.GetProperty("categories").EnumerateObject().ToDictionary(
                    column => column.Name, column => Texts(column.Value) ?? []),
                MissingMarks = Texts(root.GetProperty("missing_marks")) ?? [],
                MissingValue = Number(root.GetProperty("missing_value")),
                MissingValues = root.GetProperty("missing_values").EnumerateObject().ToDictionary(
                    column => column.Name, column => column.Value.GetDouble()),
                MissingIndicators = Texts(root.GetProperty("missing_indicators")) ?? [],
            };
            CsvOptionsCheck.Check(options);
            return options;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException or FormatException or KeyNotFoundException
            or ArgumentException)
        {
            throw new InvalidDataException($"{path} holds no options of a CSV file, or is damaged: {damaged.Message}", damaged);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is double number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static IReadOnlyList<string>? Texts(JsonElement element) => element.ValueKind == JsonValueKind.Null
        ? null
        : [.. element.EnumerateArray().Select(text => text.GetString() ?? throw new FormatException("A text is null."))];

    private static double? Number(JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : element.GetDouble();
}
