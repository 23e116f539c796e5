using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;

namespace StaticNets.Benchmarks.Reporting;

/// <summary>The machine and the rows as JSON. Where there is no peer, its time and the ratio are null.</summary>
internal static class JsonReport
{
    public static void Write(string path, Machine machine, IEnumerable<Row> rows)
    {
        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteStartObject("machine");
        json.WriteString("kind", machine.Kind);
        json.WriteString("processor", machine.Processor);
        json.WriteNumber("cores", machine.Cores);
        json.WriteNumber("vectorBits", machine.VectorBits);
        json.WriteNumber("peakGflopsPerCore", machine.Peak);
        json.WriteString("runtime", machine.Runtime);
        json.WriteString("library", machine.Library);
        json.WriteString("date", DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteStartArray("rows");
        foreach (Row row in rows)
        {
            json.WriteStartObject();
            json.WriteString("case", row.Case);
            json.WriteNumber("batch", row.Batch);
            json.WriteNumber("threads", row.Threads);
            WriteNumber(json, "oursUs", row.OursMicroseconds);
            json.WriteString("peer", row.Peer);
            WriteNumber(json, "peerUs", row.PeerMicroseconds);
            WriteNumber(json, "ratio", row.Ratio);
            WriteNumber(json, "gflops", row.Gigaflops);
            WriteNumber(json, "peakShare", row.PeakShare);
            WriteNumber(json, "roofUs", row.RoofMicroseconds);
            WriteNumber(json, "roofShare", row.RoofShare);
            if (row.AllocatedBytes is double bytes)
            {
                json.WriteNumber("allocatedBytes", bytes);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
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
}
