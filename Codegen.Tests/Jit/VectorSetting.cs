using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;

namespace StaticNets.Codegen.Tests.Jit;

/// <summary>A way to tell a process how wide its vectors may be.</summary>
/// <param name="Name">For the tests' names.</param>
/// <param name="Bits">The widest vectors that it allows.</param>
/// <param name="HasFusedMultiplyAdd">Whether it leaves the hardware's fused multiply-add on.</param>
/// <param name="Environment">The runtime's own switches.</param>
/// <param name="MaxWidth">The switch of the library, or null.</param>
internal sealed record VectorSetting(
    string Name, int Bits, bool HasFusedMultiplyAdd, IReadOnlyDictionary<string, string> Environment, int? MaxWidth = null)
{
    private static readonly Dictionary<string, string> s_nothing = [];

    public static IReadOnlyList<VectorSetting> All { get; } =
    [
        new("Default", 512, true, s_nothing),
        new("EnableAVX512=0", 256, true, Runtime("EnableAVX512", "0")),
        new("EnableAVX2=0", 128, false, Runtime("EnableAVX2", "0")),
        new("PreferredVectorBitWidth=256", 256, true, Runtime("PreferredVectorBitWidth", "256")),
        new("PreferredVectorBitWidth=128", 128, true, Runtime("PreferredVectorBitWidth", "128")),
        new("MaxVectorWidth=256", 256, true, s_nothing, 256),
        new("MaxVectorWidth=128", 128, true, s_nothing, 128),
    ];

    /// <summary>What this hardware accelerates.</summary>
    public static int HardwareBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>What must then run here.</summary>
    public int ExpectedBits => Math.Min(Bits, HardwareBits);

    public static VectorSetting Named(string name) => All.Single(setting => setting.Name == name);

    private static Dictionary<string, string> Runtime(string name, string value) => new() { ["DOTNET_" + name] = value };
}
