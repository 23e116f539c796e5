using System;
using System.IO;

namespace StaticNets.Serialization;

/// <summary>Writes files that are there whole or not at all.</summary>
internal static class AtomicFile
{
    private const UnixFileMode Permissions = (UnixFileMode)0b111_111_111;

    /// <summary>
    /// Writes to a new file beside, flushes it to the disk, then renames it over the old one, whose mode it takes. A link stays: what it
    /// leads to is written.
    /// </summary>
    /// <exception cref="IOException">The file can't be written; an old one is untouched.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string target = Target(path);
        string temporary = Temporary(target);
        try
        {
            using (FileStream file = Create(path, target, temporary))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            Named(path, temporary, () => File.Move(temporary, target, overwrite: true));
            Folder.Flush(FolderOf(target));
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

    /// <summary>The same for text in UTF-8.</summary>
    public static void WriteText(string path, Action<TextWriter> write) => Write(path, stream =>
    {
        using StreamWriter writer = new(stream, leaveOpen: true);
        write(writer);
    });

    /// <summary>Makes the folder of a file, and sees that a file can be written there before there is anything to write.</summary>
    /// <exception cref="IOException">It can't.</exception>
    public static void Prepare(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string target = Target(path);
        string temporary = Temporary(target);
        Directory.CreateDirectory(FolderOf(target));
        Create(path, target, temporary).Dispose();
        File.Delete(temporary);
    }

    /// <summary>Makes a folder, and sees that files can be written there.</summary>
    /// <exception cref="IOException">They can't.</exception>
    public static void PrepareFolder(string folder) => Prepare(Path.Combine(folder, Guid.NewGuid().ToString("N")));

    /// <summary>Deletes what processes left that were killed while they wrote this file.</summary>
    public static void DeleteLeftovers(string path)
    {
        string target = Target(path);
        string name = Path.GetFileName(target);
        if (!Directory.Exists(FolderOf(target)))
        {
            return;
        }

        foreach (string file in Directory.EnumerateFiles(FolderOf(target), name + ".*.tmp"))
        {
            if (Guid.TryParseExact(Path.GetFileName(file)[(name.Length + 1)..^4], "N", out _))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Where a link leads in the end; else the path itself.</summary>
    private static string Target(string path) => new FileInfo(path).LinkTarget is null
        ? Path.GetFullPath(path)
        : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    private static string FolderOf(string target) => Path.GetDirectoryName(target) ?? target;

    private static string Temporary(string target) => $"{target}.{Guid.NewGuid():N}.tmp";

    private static FileStream Create(string path, string target, string temporary)
    {
        if (Directory.Exists(target))
        {
            throw new IOException($"'{path}' is a folder, where a file is to be written.");
        }

        if (!Directory.Exists(FolderOf(target)))
        {
            throw new DirectoryNotFoundException($"'{path}' can't be written: there is no folder '{FolderOf(target)}'.");
        }

        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (OperatingSystem.IsWindows() || !File.Exists(target))
        {
            return Named(path, temporary, () => new FileStream(temporary, options));
        }

        // Nobody may read the new file who may not read the old one, not even for a moment.
        UnixFileMode mode = File.GetUnixFileMode(target);
        options.UnixCreateMode = mode & Permissions;
        FileStream file = Named(path, temporary, () => new FileStream(temporary, options));
        if (File.GetUnixFileMode(file.SafeFileHandle) != mode)
        {
            File.SetUnixFileMode(file.SafeFileHandle, mode);
        }

        return file;
    }

    private static void Named(string path, string temporary, Action action) => Named(path, temporary, () =>
    {
        action();
        return true;
    });

    /// <summary>Has errors name the file that was asked for, not the one beside, of which nobody knows.</summary>
    private static T Named<T>(string path, string temporary, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new UnauthorizedAccessException($"'{path}' can't be written: {Message(refused)}", refused);
        }
        catch (IOException failed)
        {
            throw new IOException($"'{path}' can't be written: {Message(failed)}", failed) { HResult = failed.HResult };
        }

        string Message(Exception exception) => exception.Message.Replace(temporary, path, StringComparison.Ordinal);
    }
}
