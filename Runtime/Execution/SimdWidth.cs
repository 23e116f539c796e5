using System;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.Intrinsics;

namespace StaticNets.Execution;

/// <summary>
/// Which of the emitted vector flavours may run: the widest that the hardware accelerates, not above the AppContext switch
/// <c>StaticNets.MaxVectorWidth</c> (512, 256 or 128 bits; read once).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SimdWidth
{
    /// <summary>The name of the AppContext switch.</summary>
    public const string SwitchName = "StaticNets.MaxVectorWidth";

    private static readonly int s_maximum = ReadSwitch();

    /// <summary>Whether the 512-bit kernels run.</summary>
    public static bool Use512 => Vector512.IsHardwareAccelerated && s_maximum >= 512;

    /// <summary>Whether the 256-bit kernels run, where the 512-bit ones do not.</summary>
    public static bool Use256 => Vector256.IsHardwareAccelerated && s_maximum >= 256;

    /// <summary>The width in bits of the kernels that run.</summary>
    public static int Bits => Use512 ? 512 : Use256 ? 256 : 128;

    private static int ReadSwitch() => AppContext.GetData(SwitchName) switch
    {
        int width => width,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int width) => width,
        _ => 512,
    };
}
