using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace FashionMnist;

/// <summary>The results as a table to read and as JSON to compute with.</summary>
internal static class Report
{
    public static void WriteTable(TextWriter output, IEnumerable<Result> results)
    {
        output.WriteLine("net       train    test      gap  near zero  seconds");
        foreach (Result result in results)
        {
            output.WriteLine(FormattableString.Invariant(
                $"{result.Net,-8} {result.TrainAccuracy,6:F4}  {result.TestAccuracy,6:F4}  {result.Gap,7:F4}  {100 * result.NearZero,7:F1} %  {result.Seconds,7:F1}"));
        }
    }

    public static void WriteJson(string path, IEnumerable<Result> results)
    {
        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (Result result in results)
        {
            json.WriteStartObject();
            json.WriteString("net", result.Net);
            json.WriteNumber("epochs", result.Epochs);
            json.WriteNumber("trainAccuracy", result.TrainAccuracy);
            json.WriteNumber("testAccuracy", result.TestAccuracy);
            json.WriteNumber("nearZero", result.NearZero);
            json.WriteNumber("seconds", result.Seconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
