using System.Linq;
using StaticNets.Tests.Checks.Tests;
using Xunit;
using Xunit.Abstractions;

namespace StaticNets.Tests.Checks;

/// <summary>The checks that want the process, or the machine, for themselves.</summary>
[Collection(AloneCollection.Name)]
public class EmittedNetAloneTests(ITestOutputHelper output)
{
    public static TheoryData<string> All => [.. NetList.All.Select(net => net.Name)];

    public static TheoryData<string> Flavours => [.. Flavour.All.Select(flavour => flavour.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void Allocation(string net) => AllocationCheck.Run(NetList.Named(net));

    [Theory]
    [MemberData(nameof(Flavours))]
    public void EveryNetInEveryWidth(string name)
    {
        Flavour flavour = Flavour.Named(name);
        FlavourResult result = FlavourRunner.Run(flavour);
        output.WriteLine(result.Text);
        if (result.ExitCode == FlavourProcess.Impossible)
        {
            return;
        }

        int nets = NetList.WithLongSums.Count;
        int checks = nets + NetList.Trainable.Count() + NetList.WithInputGradients.Count() + NetList.All.Count(TrainingCheck.AppliesTo);
        Assert.True(result.ExitCode == FlavourProcess.Passed, result.Text);
        Assert.StartsWith($"flavour {name}: {nets} nets, {checks} checks, 0 failures; {flavour.Bits} bits", result.LastLine);
        Assert.DoesNotContain(result.Jitted, method => method.IsMinOpts);
        Assert.Contains(result.Jitted, method => method.Method.Contains($".Kernels{flavour.Bits}:") && method.IsOptimized);
    }

    /// <summary>In processes of their own, since a read beyond the border ends them.</summary>
    [Theory]
    [MemberData(nameof(Flavours))]
    public void NothingBeyondTheSlackIsTouched(string name)
    {
        FlavourResult result = FlavourRunner.Run(Flavour.Named(name), "--borders", "yes");
        output.WriteLine(result.Text);
        if (result.ExitCode == FlavourProcess.Impossible)
        {
            return;
        }

        Assert.True(result.ExitCode == FlavourProcess.Passed, result.Text);
        int nets = NetList.WithLongSums.Count;
        Assert.StartsWith($"flavour {name}: {nets} nets, {nets} checks, 0 failures", result.LastLine);
    }
}
