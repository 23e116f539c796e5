using System;
using System.Linq;
using System.Reflection;
using Xunit;

namespace StaticNets.Tests.Checks;

/// <summary>
/// Every emitted method stays well below the limits above which the JIT stops optimizing: 60,000 bytes of IL, 2,000 locals. Read from the assembly.
/// </summary>
public class EmittedSizeTests
{
    private const int MostBytes = 40_000;
    private const int MostLocals = 1_000;

    [Fact]
    public void No_emitted_method_comes_near_the_limits_of_the_jit()
    {
        MethodInfo[] methods = [.. typeof(EmittedSizeTests).Assembly.GetTypes()
            .Where(type => type.Name.StartsWith("Kernels", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))];
        Assert.True(methods.Length > 1000, $"Only {methods.Length} emitted methods were found.");

        Assert.Empty(methods
            .Select(method => (Name: $"{method.DeclaringType}.{method.Name}", Body: method.GetMethodBody()!))
            .Where(method => method.Body.GetILAsByteArray()!.Length > MostBytes || method.Body.LocalVariables.Count > MostLocals)
            .Select(method => $"{method.Name}: {method.Body.GetILAsByteArray()!.Length} bytes, {method.Body.LocalVariables.Count} locals"));
    }
}
