using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

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
    /// <param name="mostFloats">How many floats they may hold together.</param>
    /// <param name="checkNames">Sees their names before any is read, and may refuse them by an exception.</param>
    /// <param name="isWanted">Which of them are read.</param>
    /// <exception cref="InvalidDataException">The contents are damaged, or there is more than was asked for.</exception>
    public static List<NamedArray> Read(
        Stream stream,
        string source,
        long mostFloats,
        Action<IReadOnlyList<string>>? checkNames = null,
        Func<string, bool>? isWanted = null)
    {
        CheckFormat(stream, source);
        try
        {
            return ReadEntries(stream, source, mostFloats, checkNames, isWanted);
        }
        catch (Exception damaged) when (damaged is NotSupportedException or ArgumentException or EndOfStreamException or OverflowException
            || (damaged is InvalidDataException && !damaged.Message.StartsWith(source, StringComparison.Ordinal)))
        {
            throw new InvalidDataException($"{source} is a damaged zip file: {damaged.Message}", damaged);
        }
    }

    /// <summary>Names what else the file may be.</summary>
    private static void CheckFormat(Stream stream, string source)
    {
        long position = stream.Position;
        Span<byte> begin = stackalloc byte[KnownFormat.Length];
        begin = begin[..stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)];
        stream.Position = position;
        if (!begin.StartsWith("PK"u8) && KnownFormat.Of(begin) is KnownFormat other)
        {
            throw new InvalidDataException($"{source} is no .npz file, but {other.Name}: {other.Advice}.");
        }
    }

    private static List<NamedArray> ReadEntries(
        Stream stream, string source, long mostFloats, Action<IReadOnlyList<string>>? checkNames, Func<string, bool>? isWanted)
    {
        long length = stream.Length;
        using ZipArchive archive = new(stream, ZipArchiveMode.Read, leaveOpen: true);
        List<ZipArchiveEntry> entries = [.. archive.Entries.Where(entry => isWanted?.Invoke(NameOf(entry)) != false)];
        List<string> names = [.. entries.Select(NameOf)];
        HashSet<string> seen = [];
        if (names.Find(name => !seen.Add(name)) is string twice)
        {
            throw new InvalidDataException($"{source}, '{Shortened.Name(twice)}' stands there twice.");
        }

        checkNames?.Invoke(names);
        List<NamedArray> arrays = [];
        foreach ((ZipArchiveEntry entry, string name) in entries.Zip(names))
        {
            string whole = $"{source}, '{Shortened.Name(name)}'";
            using ChecksumStream contents = new(entry.Open());
            arrays.Add(NpyArray.Read(contents, Math.Min(length * MaxRatio, 1024 + (mostFloats * sizeof(double))), name, whole));
            if (contents.Crc32 != entry.Crc32)
            {
                throw new InvalidDataException($"{whole} is damaged: it does not have the checksum that the zip gives.");
            }

            mostFloats -= arrays[^1].Values.Length;
            if (mostFloats < 0)
            {
                throw new InvalidDataException($"{source} does not fit: with '{Shortened.Name(name)}' it holds more values than the net.");
            }
        }

        return arrays;
    }

    private static string NameOf(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(Extension, StringComparison.Ordinal) ? entry.FullName[..^Extension.Length] : entry.FullName;
}
