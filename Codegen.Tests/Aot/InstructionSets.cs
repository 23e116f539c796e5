using System.Collections.Generic;
using System.Runtime.Intrinsics;

namespace StaticNets.Codegen.Tests.Aot;

/// <summary>What a NativeAOT app is compiled for, and how the JIT is made to run the same width.</summary>
/// <param name="Bits">The width that then runs.</param>
/// <param name="List">For <c>IlcInstructionSet</c>, in the compiler's names.</param>
/// <param name="JitEnvironment">The runtime's switches.</param>
internal sealed record InstructionSets(int Bits, string List, IReadOnlyDictionary<string, string> JitEnvironment)
{
    public static InstructionSets Avx512 { get; } = new(
        512, "avx512f,avx512f_vl,avx512bw,avx512bw_vl,avx512cd,avx512cd_vl,avx512dq,avx512dq_vl", new Dictionary<string, string>());

    public static InstructionSets Avx2 { get; } = new(
        256, "avx2,bmi,bmi2,fma,lzcnt,movbe,popcnt", new Dictionary<string, string> { ["DOTNET_EnableAVX512"] = "0" });

    public bool IsAccelerated => Bits == 512 ? Vector512.IsHardwareAccelerated : Vector256.IsHardwareAccelerated;
}
