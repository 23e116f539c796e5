using System;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

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

    /// <summary>Whether the kernels for the 32 registers of Arm64 run.</summary>
    public static bool UseArm64 => AdvSimd.Arm64.IsSupported;

    /// <summary>The width in bits of the kernels that run.</summary>
    public static int Bits => Use512 ? 512 : Use256 ? 256 : 128;

    /// <summary>Refuses to run where none of a net's kernels may.</summary>
    /// <param name="runs">Whether the kernels of one of the targets run.</param>
    /// <param name="targets">The names of the targets, for the message.</param>
    /// <exception cref="PlatformNotSupportedException">No target's kernels run here.</exception>
    public static void Require(bool runs, string targets)
    {
        if (!runs)
        {
            throw new PlatformNotSupportedException(
                $"The net was built for {targets}, and this machine is none of these: StaticNetsTargets or StaticNetsCpu in the project "
                + "say what to build for.");
        }
    }

    private static int ReadSwitch() => AppContext.GetData(SwitchName) switch
    {
        int width => width,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int width) => width,
        _ => 512,
    };
}
