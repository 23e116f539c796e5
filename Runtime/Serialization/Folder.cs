using System;
using System.IO;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace StaticNets.Serialization;

/// <summary>Puts the names of a folder on the disk, which .NET does for the contents of files only.</summary>
internal static partial class Folder
{
    private const int CloseOnExecLinux = 0x80000;
    private const int CloseOnExecMacOS = 0x1000000;

    /// <summary>
    /// Flushes what was created and renamed in a folder. Where a system keeps names by itself, as Windows does, nothing happens.
    /// </summary>
    /// <returns>Whether it was flushed.</returns>
    /// <exception cref="IOException">The disk fails.</exception>
    public static bool Flush(string path)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            return false;
        }

        using SafeFileHandle folder = new(Open(path, OperatingSystem.IsLinux() ? CloseOnExecLinux : CloseOnExecMacOS), ownsHandle: true);
        if (folder.IsInvalid)
        {
            return false; // it may be written to, but not be read
        }

        RandomAccess.FlushToDisk(folder);
        return true;
    }

    // .NET's own functions refuse to open a folder.
    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
