using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using StaticNets.Execution;

namespace StaticNets.Tests.Checks;

/// <summary>One of the emitted vector widths, and how a process is made to run it.</summary>
/// <param name="Name">What follows <c>--flavour</c>.</param>
/// <param name="Bits">What <c>SimdWidth.Bits</c> must then say.</param>
/// <param name="Environment">The runtime's switches, which only the parent can set.</param>
internal sealed record Flavour(string Name, int Bits, IReadOnlyDictionary<string, string> Environment)
{
    private static readonly Dictionary<string, string> s_withoutAvx512 = new()
    {
        ["DOTNET_EnableAVX512"] = "0",
        ["DOTNET_EnableAVX512F"] = "0",
    };

    private static readonly Dictionary<string, string> s_withoutAvx = new()
    {
        ["DOTNET_EnableAVX"] = "0",
        ["DOTNET_EnableAVX2"] = "0",
        ["DOTNET_EnableFMA"] = "0",
    };

    public static IReadOnlyList<Flavour> All { get; } =
    [
        new("512", 512, new Dictionary<string, string> { ["DOTNET_PreferredVectorBitWidth"] = "512" }),
        new("256", 256, s_withoutAvx512),
        new("128", 128, new Dictionary<string, string>()),
        new("128-no-fma", 128, s_withoutAvx),
    ];

    public static Flavour Named(string name) => All.Single(flavour => flavour.Name == name);

    private bool WithoutFma => Name == "128-no-fma";

    /// <summary>Whether this process runs the flavour, as it was started.</summary>
    public bool IsOfThisProcess => Mismatch(SimdWidth.Bits) is null;

    /// <summary>Why this process cannot run the flavour, or null.</summary>
    public string? Obstacle => Bits switch
    {
        512 when !Vector512.IsHardwareAccelerated => "the hardware has no 512-bit vectors that .NET accelerates",
        256 when !Vector256.IsHardwareAccelerated => "the hardware has no 256-bit vectors",
        _ => null,
    };

    /// <summary>What is wrong with this process, or null where the flavour really runs.</summary>
    public string? Mismatch(int bits)
    {
        if (bits != Bits)
        {
            return $"SimdWidth.Bits is {bits} instead of {Bits}";
        }

        return WithoutFma && (Fma.IsSupported || Vector256.IsHardwareAccelerated) ? "AVX and FMA are still on" : null;
    }
}
