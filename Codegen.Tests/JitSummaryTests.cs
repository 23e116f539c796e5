using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using StaticNets.Codegen.Tests.Jit;
using StaticNets.Codegen.Tests.Nets;
using StaticNets.Tests.Shared.Jit;
using StaticNets.Tests.Shared.Size;
using Xunit;

namespace StaticNets.Codegen.Tests;

/// <summary>What the JIT's own summary says of the emitted code: all of it optimized, and never wider than it should be.</summary>
public class JitSummaryTests
{
    public static TheoryData<string> Settings => [.. VectorSetting.All.Select(setting => setting.Name)];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_kernel_is_optimized(string name)
    {
        JitRun run = JitRun.Of(VectorSetting.Named(name));

        Assert.Empty(run.Summary.Where(method => method.IsMinOpts).Select(method => method.Method));
        ILookup<string, JittedMethod> methods = run.Summary.ToLookup(method => method.Method);
        foreach (NetCase net in NetList.All)
        {
            MethodBase[] kernels = [.. EmittedMethods.KernelsOf(net.Type, run.Bits)];
            Assert.True(kernels.Length > 3, $"{net.Name} has only {kernels.Length} kernels.");
            Assert.All(kernels, kernel =>
            {
                string kernelName = NameInSummary(kernel);
                Assert.True(methods.Contains(kernelName) || IsPartOfCallers(kernel, run), $"{kernelName} was not compiled.");
                Assert.All(methods[kernelName], method => Assert.True(method.IsOptimized, method.ToString()));
            });
        }
    }

    /// <summary>A small kernel that the JIT put into the passes which call it: they were compiled, and call it no more.</summary>
    private static bool IsPartOfCallers(MethodBase kernel, JitRun run)
    {
        HashSet<string> callers = [.. EmittedMethods.CallersOf(kernel).Select(NameInSummary)];
        ListedMethod[] listed = [.. run.Kernels.Where(method => callers.Contains(method.Method))];
        return listed.Length > 0 && !listed.SelectMany(method => method.Instructions)
            .Any(line => line.IsCall && line.Operands.Contains($":{kernel.Name}(", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Only_the_allowed_width_runs(string name)
    {
        VectorSetting setting = VectorSetting.Named(name);
        JitRun run = JitRun.Of(setting);

        Assert.Equal(setting.ExpectedBits, run.Bits);
        foreach (int bits in new[] { 512, 256, 128 })
        {
            Assert.Equal(bits == setting.ExpectedBits, run.Summary.Any(method => IsKernelOf(method, bits)));
            Assert.Equal(bits == setting.ExpectedBits, run.Summary.Any(method => IsUpdateOf(method, bits)));
        }
    }

    [Fact]
    public void Lines_are_read()
    {
        IReadOnlyList<JittedMethod> methods = JitSummary.Parse(
        [
            "   1: JIT compiled StaticNets.Emitted.Shop_Net.Kernels512:Conv2dForward(byref,int) [FullOpts, IL size=7369, code size=4057]",
            "  12: JIT compiled StaticNets.Emitted.Shop_Net.Kernels512:Conv2dBackward(byref,int) [Tier-0 switched MinOpts, IL size=70000, code size=99]",
            " 513: JIT compiled A.B`1[System.Span`1[float],A.C]:Run[int](A.D[]):float [Tier0, IL size=9, code size=9]",
            " 514: JIT compiled (dynamicClass):InvokeStub_A..ctor(A.B,System.Span`1[A.B]) [FullOpts, IL size=34, code size=58]",
            " 515: JIT compiled A.B:Run() [Tier1-OSR @0x2a with Dynamic PGO, IL size=9, code size=9]",
            "; Assembly listing for method A.B:Run() (Tier1)",
        ]);

        Assert.Equal(
            [
                ("StaticNets.Emitted.Shop_Net.Kernels512:Conv2dForward", false, true),
                ("StaticNets.Emitted.Shop_Net.Kernels512:Conv2dBackward", true, false),
                ("A.B`1[System.Span`1[float],A.C]:Run[int]", false, false),
                ("(dynamicClass):InvokeStub_A..ctor", false, true),
                ("A.B:Run", false, true),
            ],
            methods.Select(method => (method.Method, method.IsMinOpts, method.IsOptimized)));
        Assert.Throws<FormatException>(() => JitSummary.Parse(["   1: JIT compiled in a way that nobody knows"]));
    }

    private static bool IsKernelOf(JittedMethod method, int bits) =>
        method.Method.Contains(FormattableString.Invariant($".Kernels{bits}:"), StringComparison.Ordinal);

    private static bool IsUpdateOf(JittedMethod method, int bits) =>
        method.Method.StartsWith("StaticNets.Optimizers.UpdatePass:", StringComparison.Ordinal)
        && method.Method.Contains(FormattableString.Invariant($"FloatVector{bits}"), StringComparison.Ordinal);

    private static string NameInSummary(MethodBase method) => $"{method.DeclaringType!.FullName}:{method.Name}";
}
