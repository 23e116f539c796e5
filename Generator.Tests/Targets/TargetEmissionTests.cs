using System.Linq;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Targets;

/// <summary>A build gets the kernels of its targets and no others.</summary>
public class TargetEmissionTests
{
    private const string Net = """
        using StaticNets;

        [StaticNet]
        [Input(3)]
        [Dense(20, Activation = Activation.Tanh)]
        [Dense(2)]
        [Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
        public sealed partial class Small;
        """;

    [Theory]
    [InlineData("v4", "512")]
    [InlineData("v3", "256")]
    [InlineData("v2", "128")]
    [InlineData("v4,v2", "512 128")]
    [InlineData("arm64", "Arm64")]
    [InlineData("", "512 256 Arm64 128")]
    public void Only_the_targets_kernels_are_emitted(string targets, string expected)
    {
        Compilation before = GeneratorRun.Compile(Net);
        GeneratorDriver driver = GeneratorRun.Driver()
            .WithUpdatedAnalyzerConfigOptions(new BuildProperties(("StaticNetsTargetList", targets)))
            .RunGeneratorsAndUpdateCompilation(before, out Compilation after, out _);

        Assert.Empty(after.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        string text = string.Concat(driver.GetRunResult().GeneratedTrees);
        string[] widths = expected.Split(' ');
        Assert.All(widths, width => Assert.Contains("class Kernels" + width, text));
        Assert.All(new[] { "512", "256", "Arm64", "128" }.Except(widths), width => Assert.DoesNotContain("Kernels" + width, text));
        Assert.Equal(widths.Length > 1, text.Contains("if (SimdWidth.Use"));
        Assert.Equal(!widths.Contains("128"), text.Contains($"SimdWidth.Require(SimdWidth.Use{widths[0]}"));
    }

    [Fact]
    public void A_changed_target_writes_the_nets_again()
    {
        Compilation compilation = GeneratorRun.Compile(Net);
        GeneratorDriver driver = GeneratorRun.Driver().WithUpdatedAnalyzerConfigOptions(new BuildProperties()).RunGenerators(compilation);
        driver = driver.WithUpdatedAnalyzerConfigOptions(new BuildProperties(("RuntimeIdentifier", "browser-wasm"))).RunGenerators(compilation);
        Assert.Equal(IncrementalStepRunReason.Unchanged, Reason(driver));
        driver = driver.WithUpdatedAnalyzerConfigOptions(new BuildProperties(("StaticNetsTargetList", "v3"))).RunGenerators(compilation);
        Assert.Equal(IncrementalStepRunReason.Modified, Reason(driver));
    }

    private static IncrementalStepRunReason Reason(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].TrackedSteps[TrackingNames.Targets].Single().Outputs.Single().Reason;
}
