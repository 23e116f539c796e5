using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using StaticNets.Tests.Nets;
using StaticNets.Tests.Shared.Size;
using Xunit;
using Xunit.Abstractions;

namespace StaticNets.Tests.Checks;

/// <summary>Every emitted method stays well below the limits above which the JIT stops optimizing. Read from the assembly.</summary>
public class EmittedSizeTests(ITestOutputHelper output)
{
    [Fact]
    public void No_emitted_method_comes_near_the_limits_of_the_jit()
    {
        MethodBase[] methods = [.. EmittedMethods.Of(typeof(DenseTiny).Assembly)];
        Assert.True(methods.Length > 1000, $"Only {methods.Length} emitted methods were found.");
        output.WriteLine("The most of each: " + methods.Select(MethodSize.Of).Aggregate((a, b) => a.Max(b)));

        IReadOnlyList<string> tooLarge = EmittedMethods.TooLarge(methods);
        Assert.True(tooLarge.Count == 0, string.Join("\n", tooLarge));
    }
}
