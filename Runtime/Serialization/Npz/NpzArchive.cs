using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using static System.FormattableString;

namespace StaticNets.Serialization;

/// <summary>An .npz file: a zip of .npy files.</summary>
internal static class NpzArchive
{
    private const string Extension = ".npy";

    // Deflate can't shrink anything to less than a thousandth or so.
    private const long MaxRatio = 1100;

    public static void Write(Stream stream, NetInfo info, ReadOnlySpan<float> parameters)
    {
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (TensorInfo tensor in info.Tensors)
        {
            ZipArchiveEntry entry = archive.CreateEntry(tensor.Name + Extension, CompressionLevel.NoCompression);
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the same weights give the same file
            using Stream file = entry.Open();
            NpyArray.Write(file, tensor.Shape, parameters.Slice(tensor.Offset, tensor.Length));
        }
    }

    /// <summary>The arrays in the order in which they stand, as long as no more floats come than were asked for.</summary>
    /// <param name="stream">The file, which must be able to seek.</param>
    /// <param name="source">What error messages call it.</param>
    /// <param name="mostArrays">How many arrays there may be.</param>
    /// <param name="mostFloats">How many floats they may hold together.</param>
    /// <param name="isWanted">Which of them are read.</param>
    /// <exception cref="InvalidDataException">The contents are damaged, or there is more than was asked for.</exception>
    public static List<NamedArray> Read(Stream stream, string source, int mostArrays, long mostFloats, Func<string, bool>? isWanted = null)
    {
        try
        {
            return ReadEntries(stream, source, mostArrays, mostFloats, isWanted);
        }
        catch (Exception damaged) when (damaged is NotSupportedException or ArgumentException or EndOfStreamException or OverflowException
            || (damaged is InvalidDataException && !damaged.Message.StartsWith(source, StringComparison.Ordinal)))
        {
            throw new InvalidDataException($"{source} is a damaged zip file: {damaged.Message}", damaged);
        }
    }

    private static List<NamedArray> ReadEntries(Stream stream, string source, int mostArrays, long mostFloats, Func<string, bool>? isWanted)
    {
        long length = stream.Length;
        using ZipArchive archive = new(stream, ZipArchiveMode.Read, leaveOpen: true);
        List<NamedArray> arrays = [];
        HashSet<string> names = [];
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            bool isArray = entry.FullName.EndsWith(Extension, StringComparison.Ordinal);
            string name = isArray ? entry.FullName[..^Extension.Length] : entry.FullName;
            if (isWanted?.Invoke(name) == false)
            {
                continue;
            }

            string whole = $"{source}, '{Shortened.Name(name)}'";
            if (!names.Add(name))
            {
                throw new InvalidDataException($"{whole} stands there twice.");
            }

            if (arrays.Count == mostArrays)
            {
                throw new InvalidDataException(Invariant($"{source} does not fit: it holds more than {mostArrays} arrays."));
            }

            using ChecksumStream contents = new(entry.Open());
            arrays.Add(NpyArray.Read(contents, Math.Min(length * MaxRatio, 1024 + (mostFloats * sizeof(double))), name, whole));
            if (contents.Crc32 != entry.Crc32)
            {
                throw new InvalidDataException($"{whole} is damaged: it does not have the checksum that the zip gives.");
            }

            mostFloats -= arrays[^1].Values.Length;
            if (mostFloats < 0)
            {
                throw new InvalidDataException($"{source} does not fit: it holds more values than the net.");
            }
        }

        return arrays;
    }
}
