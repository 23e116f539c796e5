using System;
using System.IO;
using static System.FormattableString;

namespace StaticNets.Serialization;

/// <summary>Reads from files that may lie about their size: memory is taken only as the bytes really come.</summary>
internal static class BoundedRead
{
    private const int FirstChunk = 1 << 20;

    /// <summary>Reads exactly <paramref name="count"/> bytes.</summary>
    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    public static byte[] Exactly(Stream stream, int count, string source, string part)
    {
        byte[] buffer = new byte[Math.Min(count, FirstChunk)];
        int filled = 0;
        while (true)
        {
            filled += stream.ReadAtLeast(buffer.AsSpan(filled), buffer.Length - filled, throwOnEndOfStream: false);
            if (filled < buffer.Length)
            {
                throw new InvalidDataException(
                    Invariant($"{source} is truncated: its {part} needs {count} bytes, but only {filled} are there."));
            }

            if (filled == count)
            {
                return buffer;
            }

            Array.Resize(ref buffer, (int)Math.Min(count, buffer.Length * 2L));
        }
    }

    /// <exception cref="InvalidDataException">The stream goes on.</exception>
    public static void End(Stream stream, string source)
    {
        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException($"{source} goes on behind its last value.");
        }
    }
}
