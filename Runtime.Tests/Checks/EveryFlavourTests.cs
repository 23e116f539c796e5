using System.Linq;
using Xunit;
using Xunit.Abstractions;

namespace StaticNets.Tests.Checks;

/// <summary>Every emitted net of the catalogue in one flavour, in processes of their own. A class for each, so that they run side by side.</summary>
public abstract class EveryFlavourTests(string name, ITestOutputHelper output)
{
    private readonly Flavour _flavour = Flavour.Named(name);

    [Fact]
    public void EveryNet()
    {
        if (_flavour.IsOfThisProcess)
        {
            output.WriteLine($"{name} is what this process runs: {nameof(EmittedNetTests)} checks the nets in it.");
        }
        else if (Run() is FlavourResult result)
        {
            int nets = NetList.WithLongSums.Count;
            int checks = nets + NetList.Trainable.Count() + NetList.WithInputGradients.Count() + NetList.All.Count(TrainingCheck.AppliesTo);
            Assert.StartsWith($"flavour {name}: {nets} nets, {checks} checks, 0 failures; {_flavour.Bits} bits", result.LastLine);
        }
    }

    /// <summary>A read beyond the border ends the process.</summary>
    [Fact]
    public void NothingBeyondTheSlackIsTouched()
    {
        if (Run("--borders", "yes") is FlavourResult result)
        {
            int nets = NetList.WithLongSums.Count;
            Assert.StartsWith($"flavour {name}: {nets} nets, {nets} checks, 0 failures", result.LastLine);
            Assert.DoesNotContain(result.Jitted, method => method.IsMinOpts);
            Assert.Contains(result.Jitted, method => method.Method.Contains($".Kernels{_flavour.Bits}:") && method.IsOptimized);
        }
    }

    /// <summary>What a process that passed has to say; null where this machine has no such vectors.</summary>
    private FlavourResult? Run(params string[] arguments)
    {
        FlavourResult result = FlavourRunner.Run(_flavour, arguments);
        output.WriteLine(result.Text);
        if (result.ExitCode == FlavourProcess.Impossible)
        {
            return null;
        }

        Assert.True(result.ExitCode == FlavourProcess.Passed, result.Text);
        return result;
    }
}

public class Flavour512Tests(ITestOutputHelper output) : EveryFlavourTests("512", output);

public class Flavour256Tests(ITestOutputHelper output) : EveryFlavourTests("256", output);

public class Flavour128Tests(ITestOutputHelper output) : EveryFlavourTests("128", output);

public class FlavourWithoutFmaTests(ITestOutputHelper output) : EveryFlavourTests("128-no-fma", output);
