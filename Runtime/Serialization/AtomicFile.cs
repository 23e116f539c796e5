using System;
using System.IO;

namespace StaticNets.Serialization;

/// <summary>Writes files that are there whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a new file beside, flushes it to the disk, then renames it over the old one.</summary>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string temporary = $"{Path.GetFullPath(path)}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream file = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            throw;
        }
    }

    /// <summary>Deletes what processes left that were killed while they wrote this file.</summary>
    public static void DeleteLeftovers(string path)
    {
        string whole = Path.GetFullPath(path);
        string name = Path.GetFileName(whole);
        if (Path.GetDirectoryName(whole) is not string directory || !Directory.Exists(directory))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(directory, name + ".*.tmp"))
        {
            if (Guid.TryParseExact(Path.GetFileName(file)[(name.Length + 1)..^4], "N", out _))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>The same for text in UTF-8.</summary>
    public static void WriteText(string path, Action<TextWriter> write) => Write(path, stream =>
    {
        using StreamWriter writer = new(stream, leaveOpen: true);
        write(writer);
    });
}
