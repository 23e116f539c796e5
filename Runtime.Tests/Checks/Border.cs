using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using StaticNets.Execution;

namespace StaticNets.Tests.Checks;

/// <summary>
/// NaN in the slack behind each buffer and all around it, so that what is read there and counts is seen; what is written there is seen when
/// the border is taken away. On Linux the page behind the slack, or before the buffer, is one that ends the process when it is touched.
/// </summary>
internal sealed class Border : BufferBorder, IDisposable
{
    private const int Readable = 1;
    private const int Writable = 2;

    private static readonly int s_page = Environment.SystemPageSize;
    private static readonly uint s_poison = BitConverter.SingleToUInt32Bits(float.NaN);

    private readonly bool _isBefore;
    private readonly List<(float[] Array, int Start, int Length, int Page)> _enclosed = [];

    /// <summary>Encloses all buffers that are made until it is disposed.</summary>
    /// <param name="isBefore">Whether the forbidden page stands before the buffer.</param>
    public Border(bool isBefore)
    {
        _isBefore = isBefore;
        Current = this;
    }

    // The page, and what brings it to the right place.
    public override int Floats => 3 * s_page / sizeof(float);

    public override int Enclose(float[] array, int length)
    {
        array.AsSpan().Fill(float.NaN);
        int first = FirstOfPage(array, _isBefore ? 0 : length + AlignedBuffer.Slack);
        int start = _isBefore ? first + (s_page / sizeof(float)) : first - AlignedBuffer.Slack - length;
        array.AsSpan(start, length).Clear();
        Protect(array, first, 0);
        lock (_enclosed)
        {
            _enclosed.Add((array, start, length, first));
        }

        return start;
    }

    /// <summary>Takes the border away.</summary>
    /// <exception cref="CheckFailure">Something was written into it.</exception>
    public void Dispose()
    {
        Current = null;
        int spoilt = 0;
        foreach ((float[] array, int start, int length, int page) in _enclosed)
        {
            Protect(array, page, Readable | Writable);
            spoilt += IsPoisoned(array.AsSpan(0, start)) && IsPoisoned(array.AsSpan(start + length)) ? 0 : 1;
        }

        _enclosed.Clear();
        Expect.True(spoilt == 0, $"{spoilt} buffers were written past their ends.");
    }

    private static bool IsPoisoned(Span<float> border) => !MemoryMarshal.Cast<float, uint>(border).ContainsAnyExcept(s_poison);

    /// <summary>The first float of a page that begins no earlier than a place.</summary>
    private static int FirstOfPage(float[] array, int place)
    {
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(array, place);
        return place + (int)((s_page - (address % s_page)) % s_page / sizeof(float));
    }

    private static void Protect(float[] array, int place, int protection)
    {
        if (OperatingSystem.IsLinux() && ProtectPages(Marshal.UnsafeAddrOfPinnedArrayElement(array, place), s_page, protection) != 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"mprotect: error {Marshal.GetLastPInvokeError()}"));
        }
    }

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int ProtectPages(nint address, nint length, int protection);
}
