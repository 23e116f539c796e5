using System.Collections.Generic;
using System.Runtime.Intrinsics;

namespace StaticNets.Codegen.Tests.Aot;

/// <summary>What a NativeAOT app is compiled for, and how the JIT is made to run the same width.</summary>
/// <param name="Bits">The width that then runs.</param>
/// <param name="Name">For <c>IlcInstructionSet</c>.</param>
/// <param name="JitEnvironment">The runtime's switches.</param>
internal sealed record InstructionSets(int Bits, string Name, IReadOnlyDictionary<string, string> JitEnvironment)
{
    public static InstructionSets Avx512 { get; } = new(512, "x86-64-v4", new Dictionary<string, string>());

    public static InstructionSets Avx2 { get; } = new(
        256, "x86-64-v3", new Dictionary<string, string> { ["DOTNET_EnableAVX512"] = "0" });

    public bool IsAccelerated => Bits == 512 ? Vector512.IsHardwareAccelerated : Vector256.IsHardwareAccelerated;
}
