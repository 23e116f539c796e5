using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNets;

/// <summary>
/// That what a call writes does not overlap what it reads: a sample's results would be taken for the next one's input, and threads would
/// race.
/// </summary>
internal static class Overlap
{
    /// <summary>
    /// Results of samples may take the place of what is read of these samples, value for value: of each sample all is read before anything
    /// is written.
    /// </summary>
    /// <exception cref="ArgumentException">They overlap in another way.</exception>
    public static void RefuseUnlessEqual(ReadOnlySpan<float> read, string argument, ReadOnlySpan<float> written, string result)
    {
        if (Overlaps(read, written, out nint offset) && !(offset == 0 && read.Length == written.Length))
        {
            throw new ArgumentException(
                $"{result} overlaps {argument}. Give memory of its own, or for equal sizes the very same span for both.", result);
        }
    }

    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void Refuse<TRead, TWritten>(ReadOnlySpan<TRead> read, string argument, ReadOnlySpan<TWritten> written, string result)
        where TRead : unmanaged
        where TWritten : unmanaged
    {
        if (Overlaps(read, written, out _))
        {
            throw new ArgumentException($"{result} overlaps {argument}. Give memory of its own.", result);
        }
    }

    /// <summary>The same where the caller has no choice of what is written.</summary>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void RefuseOwn(ReadOnlySpan<float> read, string argument, ReadOnlySpan<float> written, string result)
    {
        if (Overlaps(read, written, out _))
        {
            throw new ArgumentException($"{argument} overlaps the trainer's {result}, which a step writes. Give a copy.", argument);
        }
    }

    private static unsafe bool Overlaps<TA, TB>(ReadOnlySpan<TA> a, ReadOnlySpan<TB> b, out nint offset)
        where TA : unmanaged
        where TB : unmanaged
    {
        offset = Unsafe.ByteOffset(
            ref Unsafe.As<TA, byte>(ref MemoryMarshal.GetReference(a)), ref Unsafe.As<TB, byte>(ref MemoryMarshal.GetReference(b)));
        bool startsInside = (nuint)offset < (nuint)a.Length * (nuint)sizeof(TA) || (nuint)(-offset) < (nuint)b.Length * (nuint)sizeof(TB);
        return startsInside && !a.IsEmpty && !b.IsEmpty;
    }
}
