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

    /// <summary>Refuses to run where none of a net's kernels may.</summary>
    /// <param name="bits">The width of the narrowest vectors that the build has kernels for.</param>
    /// <exception cref="PlatformNotSupportedException">The vectors that may be used are narrower.</exception>
    public static void Require(int bits)
    {
        if (Bits < bits)
        {
            throw new PlatformNotSupportedException(string.Create(
                CultureInfo.InvariantCulture,
                $"The net was built for vectors of at least {bits} bits, and here they have {Bits}: build it for this machine, "
                + $"by StaticNetsTargets or StaticNetsCpu in the project."));
        }
    }

    private static int ReadSwitch() => AppContext.GetData(SwitchName) switch
    {
        int width => width,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int width) => width,
        _ => 512,
    };
}
