using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace StaticNets.Benchmarks.Reporting;

/// <summary>The rows as JSON. Where there is no peer, its time and the ratio are null.</summary>
internal static class JsonReport
{
    public static void Write(string path, IEnumerable<Row> rows)
    {
        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
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
            if (row.AllocatedBytes is double bytes)
            {
                json.WriteNumber("allocatedBytes", bytes);
            }

            json.WriteEndObject();
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
}
