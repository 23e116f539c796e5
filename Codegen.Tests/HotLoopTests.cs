using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Codegen.App;
using StaticNets.Codegen.Tests.Jit;
using StaticNets.Tests.Shared.Size;
using Xunit;
using Xunit.Abstractions;

namespace StaticNets.Codegen.Tests;

/// <summary>The loops that do the multiply-adds of the CNN, and of LeNet's layers with few channels: no call, and every vector in a register.</summary>
public class HotLoopTests(ITestOutputHelper output)
{
    private static readonly string[] s_layers = ["Conv2d1", "Dense", "Dense1"];
    private static readonly string[] s_passes = ["Forward", "BackwardData", "BackwardWeights"];

    private static readonly (Type Net, string Layer, string Pass)[] s_fewChannels =
        [(typeof(DigitNet), "Conv2d", "BackwardWeights"), (typeof(LeNet5), "Conv2d", "Forward"), (typeof(LeNet5), "Conv2d1", "BackwardData")];

    public static TheoryData<string> Settings =>
        [.. VectorSetting.All.Where(setting => setting.HasFusedMultiplyAdd).Select(setting => setting.Name)];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Have_no_call_and_no_spill(string name)
    {
        JitRun run = JitRun.Of(VectorSetting.Named(name));
        Assert.All(run.Kernels.SelectMany(HotLoops.Faults), output.WriteLine);
        foreach (string layer in s_layers)
        {
            foreach (string pass in s_passes)
            {
                Check([.. KernelsOf(run, layer, pass)], layer + pass);
            }
        }

        foreach ((Type net, string layer, string pass) in s_fewChannels)
        {
            Check(Passes(run, net, layer, pass), $"{net.Name}.{layer}{pass}");
        }
    }

    [Fact]
    public void Calls_and_spills_are_found()
    {
        ListedMethod method = Assert.Single(Listing.Parse(s_example.Split('\n')));

        Assert.Equal("StaticNets.Emitted.Net.Kernels256:DenseForward", method.Method);
        Assert.Equal("FullOpts", method.Tier);
        Assert.True(method.HasFramePointer);
        Assert.Equal([3, 4], Loops.Innermost(method).Select(loop => loop.Count));
        Assert.Equal(
            "StaticNets.Emitted.Net.Kernels256:DenseForward, hot loop 1, 1 products: 1 calls, 1 vectors on the stack, vmovups ymmword ptr [rbp-0x40], ymm0",
            Assert.Single(HotLoops.Faults(method)));
        ListedInstruction nothing = new("nop", "");
        ListedInstruction[] repaired =
            [.. method.Instructions.Select(line => line.IsCall || line.MovesVectorOnStack(true) ? nothing : line)];
        Assert.Empty(HotLoops.Faults(method with { Instructions = repaired }));
    }

    // An outer loop around two; its own spill and call disturb nobody. The second loop's test stands above its body.
    private const string s_example = """
        ; Assembly listing for method StaticNets.Emitted.Net.Kernels256:DenseForward(byref,int) (FullOpts)
        ; Emitting BLENDED_CODE for generic X64 + VEX on Unix
        ; rbp based frame

        G_M000_IG01:                ;; offset=0x0000
               push     rbp
               lea      rbp, [rsp+0x30]

        G_M000_IG02:                ;; offset=0x0010
               vmovups  ymmword ptr [rbp-0x20], ymm1
               call     [System.MathF:Log(float):float]
               align    [0 bytes for IG03]

        G_M000_IG03:                ;; offset=0x0020
               vfmadd231ps ymm0, ymm1, ymmword ptr [rdi]
               dec      eax
               jne      SHORT G_M000_IG03
               jmp      SHORT G_M000_IG05

        G_M000_IG04:                ;; offset=0x0030
               vmovups  ymmword ptr [rbp-0x40], ymm0
               call     [A:B()]
               vfmadd231ps ymm0, ymm1, ymm2

        G_M000_IG05:                ;; offset=0x0040
               jl       G_M000_IG04
               cmp      rcx, rdx
               jl       G_M000_IG02
               ret
        """;

    private static void Check(ListedMethod[] kernels, string pass)
    {
        int loops = kernels.Sum(kernel => HotLoops.Of(kernel).Count);
        Assert.True(loops > 0, $"{pass}: no hot loop in {kernels.Length} methods.");
        string[] faults = [.. kernels.SelectMany(HotLoops.Faults)];
        Assert.True(faults.Length == 0, string.Join("\n", faults));
    }

    /// <summary>The methods of one pass, direct, and the products of it by Winograd's algorithm.</summary>
    private static IEnumerable<ListedMethod> KernelsOf(JitRun run, string layer, string pass)
    {
        ListedMethod[] direct = Passes(run, typeof(DirectDigitNet), layer, pass);
        return [.. direct, .. Passes(run, typeof(DigitNet), layer, pass == "Forward" ? "Product" : pass == "BackwardData" ? "GradientProduct" : "KernelGradientProduct")];
    }

    private static ListedMethod[] Passes(JitRun run, Type net, string layer, string pass) =>
    [
        .. run.Kernels
            .Where(method => method.Method.StartsWith($"{EmittedMethods.CodeOf(net)}.Kernels", StringComparison.Ordinal))
            .Where(method => IsPass(method.Method.Split(':')[1], layer, pass)),
    ];

    private static bool IsPass(string method, string layer, string pass) =>
        method.StartsWith(layer, StringComparison.Ordinal)
        && !char.IsDigit(method[layer.Length])
        && method[layer.Length..].StartsWith(pass, StringComparison.Ordinal)
        && !method.Contains("Softmax", StringComparison.Ordinal);
}
