using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using StaticNets.Codegen.Tests.Nets;
using StaticNets.Tests.Shared.Size;
using Xunit;
using Xunit.Abstractions;

namespace StaticNets.Codegen.Tests;

/// <summary>
/// Every emitted method of these tests' nets and of the samples stays well below the limits above which the JIT stops optimizing.
/// </summary>
public class EmittedSizeTests(ITestOutputHelper output)
{
    [Fact]
    public void No_emitted_method_comes_near_the_limits_of_the_jit()
    {
        Assert.True(SampleNets.Assemblies.Count >= 3, "Found only " + string.Join("; ", SampleNets.Assemblies));
        foreach (Assembly assembly in SampleNets.Assemblies)
        {
            MethodBase[] methods = [.. EmittedMethods.Of(assembly)];
            Assert.True(methods.Length > 30, $"{assembly} has only {methods.Length} emitted methods.");
            output.WriteLine($"{assembly.GetName().Name}, the most of each: {methods.Select(MethodSize.Of).Aggregate((a, b) => a.Max(b))}");
            IReadOnlyList<string> tooLarge = EmittedMethods.TooLarge(methods);
            Assert.True(tooLarge.Count == 0, string.Join("\n", tooLarge));
        }
    }

    [Fact]
    public void A_method_is_counted_as_the_jit_counts_it()
    {
        MethodSize size = MethodSize.Of(typeof(EmittedSizeTests).GetMethod(nameof(Counted), BindingFlags.Static | BindingFlags.NonPublic)!);

        // Entry, the loop's body, its condition, the switch's cases and the end: whatever the compiler makes of it.
        Assert.InRange(size.Blocks, 7, 14);
        Assert.InRange(size.Instructions, 25, 60);
        Assert.InRange(size.Bytes, size.Instructions, 4 * size.Instructions);
        Assert.InRange(size.Locals, 3, 6);
        Assert.InRange(size.LocalReferences, 10, 30);
        Assert.True(size.Exceeds(size with { Bytes = size.Bytes - 1 }));
        Assert.True(size.Exceeds(size with { LocalReferences = size.LocalReferences - 1 }));
        Assert.False(size.Exceeds(size));
    }

    private static long Counted(int n)
    {
        long sum = 0;
        for (int i = 0; i < n; i++)
        {
            switch (i & 3)
            {
                case 0:
                    sum += 0x123456789AL;
                    break;
                case 1:
                    sum -= i;
                    break;
                case 2:
                    sum ^= 5;
                    break;
                default:
                    sum *= 3;
                    break;
            }
        }

        return sum;
    }
}
