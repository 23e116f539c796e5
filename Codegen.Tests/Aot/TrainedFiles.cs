using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace StaticNets.Codegen.Tests.Aot;

/// <summary>Compares the weight files of two trainings.</summary>
internal static class TrainedFiles
{
    public static IReadOnlyList<string> Names(string folder) => [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The largest difference between two weights; infinite where the files do not hold the same tensors.</summary>
    public static double LargestDifference(string expectedPath, string actualPath)
    {
        byte[] expected = File.ReadAllBytes(expectedPath);
        byte[] actual = File.ReadAllBytes(actualPath);

        // safetensors: the header's length, the header, the floats.
        int start = sizeof(long) + (int)BinaryPrimitives.ReadInt64LittleEndian(expected);
        if (expected.Length != actual.Length || !expected.AsSpan(0, start).SequenceEqual(actual.AsSpan(0, start)))
        {
            return double.PositiveInfinity;
        }

        ReadOnlySpan<float> a = MemoryMarshal.Cast<byte, float>(expected.AsSpan(start));
        ReadOnlySpan<float> b = MemoryMarshal.Cast<byte, float>(actual.AsSpan(start));
        double largest = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double difference = Math.Abs((double)a[i] - b[i]);
            largest = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(largest, difference);
        }

        return largest;
    }
}
