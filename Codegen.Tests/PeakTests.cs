using System.Collections.Generic;
using System.Linq;
using StaticNets.Benchmarks.Measuring;
using StaticNets.Codegen.Tests.Jit;
using Xunit;

namespace StaticNets.Codegen.Tests;

/// <summary>The peak of the benchmarks is that of the machine: nothing of its loop goes through memory, and every product is one of its chains.</summary>
public class PeakTests
{
    public static TheoryData<string> Settings => [.. VectorSetting.All.Select(setting => setting.Name)];

    [Theory]
    [MemberData(nameof(Settings))]
    public void The_loop_of_products_has_no_spill(string name)
    {
        JitRun run = JitRun.Of(VectorSetting.Named(name));
        ListedMethod method = Assert.Single(run.Kernels, kernel => kernel.Method.Contains(nameof(ProductChains)));

        Assert.Empty(HotLoops.Faults(method));
        IReadOnlyList<ListedInstruction> loop = Assert.Single(HotLoops.Of(method));
        int chains = method.Method.Contains(nameof(ProductChains.RunMany)) ? ProductChains.Many : ProductChains.Few;
        Assert.Equal(chains, loop.Count(instruction => instruction.IsFusedMultiplyAdd || instruction.IsVectorProduct));
        Assert.DoesNotContain(loop, instruction => instruction.Operands.Contains('['));
    }
}
