using System;
using System.Collections.Generic;
using StaticNets.Codegen.Tests.Aot;
using Xunit;
using Xunit.Abstractions;

namespace StaticNets.Codegen.Tests;

/// <summary>A program under the JIT trains soon after it was started, as users run it: a Release build and the runtime's own settings.</summary>
[Collection(AloneCollection.Name)]
public class StartupTests(ITestOutputHelper output)
{
    private const double MostMilliseconds = 250;

    [Fact]
    public void The_first_step_returns_soon()
    {
        double first = FirstStepTime.Best("dotnet", ["exec", NativeAotApp.JitAssembly], new Dictionary<string, string>(), MostMilliseconds);
        output.WriteLine(FormattableString.Invariant($"First step after {first:0} ms"));
        Assert.True(first < MostMilliseconds, FormattableString.Invariant($"The first step returned after {first:0} ms."));
    }
}
