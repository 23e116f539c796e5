using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace StaticNets.Tests.Checks.Tests;

/// <summary>The child processes themselves: that each flavour runs what it says and that failures come out.</summary>
[Collection(AloneCollection.Name)]
public class FlavourProcessTests(ITestOutputHelper output)
{
    public static TheoryData<string> Flavours => [.. Flavour.All.Select(flavour => flavour.Name)];

    private const string Nets = "DenseTiny,PredictOnly";

    [Theory]
    [MemberData(nameof(Flavours))]
    public void ChildRunsTheWidthItWasAskedFor(string name)
    {
        Flavour flavour = Flavour.Named(name);
        FlavourResult result = FlavourRunner.Run(flavour, "--nets", Nets, "--stand-in", nameof(Fault.None));
        output.WriteLine(result.Text);
        if (result.ExitCode == FlavourProcess.Impossible)
        {
            return;
        }

        Assert.True(result.ExitCode == FlavourProcess.Passed, result.Text);
        Assert.StartsWith($"flavour {name}: 2 nets, 3 checks, 0 failures; {flavour.Bits} bits", result.LastLine);
        Assert.EndsWith(name == "128-no-fma" ? "FMA False" : "FMA " + System.Runtime.Intrinsics.X86.Fma.IsSupported, result.LastLine);
    }

    [Fact]
    public void FailuresComeOut()
    {
        FlavourResult result = FlavourRunner.Run(Flavour.Named("128"), "--nets", Nets, "--stand-in", nameof(Fault.WrongOutput));
        Assert.Equal(FlavourProcess.Failed, result.ExitCode);
        Assert.Contains("2 nets, 3 checks, 2 failures", result.LastLine);
        Assert.Contains(result.Lines, line => line.StartsWith("PredictOnly: outputs", System.StringComparison.Ordinal));
    }

    [Fact]
    public void ParentsMayNotForgetTheSwitches()
    {
        Flavour withoutSwitches = Flavour.Named("128-no-fma") with { Environment = Flavour.Named("128").Environment };
        FlavourResult result = FlavourRunner.Run(withoutSwitches, "--nets", "DenseTiny", "--stand-in", nameof(Fault.None));
        Assert.Equal(System.Runtime.Intrinsics.X86.Fma.IsSupported ? FlavourProcess.Failed : FlavourProcess.Passed, result.ExitCode);
    }
}
