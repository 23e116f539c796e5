using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.EntryPoints;

/// <summary>A net's own functions are part of what is cached: editing one writes the net again, editing beside it does not.</summary>
public sealed class FunctionIncrementalTests
{
    private const string Net =
        "using StaticNets;\n[StaticNet, Input(4), Dense(1, ActivationMethod = nameof(Curves.Squash))] partial class XorNet;\n";

    private const string Curves =
        "static class Curves { const float Width = 2; public static float Squash(float x) => x / Wide(x); static float Wide(float x) => Width + x * x; static int Count() => 1; }";

    [Theory]
    [InlineData("x / Wide(x)", "2 * x / Wide(x)")]
    [InlineData("Width + x * x", "Width - x * x")]
    [InlineData("Width = 2", "Width = 3")]
    [InlineData("Width = 2", "Width = -0f")]
    [InlineData("Squash(float x) => x /", "Squash(float a) => a /")]
    public void Written_again(string before, string after) => AssertReasons(before, after, isWritten: true);

    [Theory]
    [InlineData("x / Wide(x)", "/* as in the paper */ x\n  / Wide( (x) )")]
    [InlineData("Width = 2", "Width = 1 + 1")]
    [InlineData("Count() => 1", "Count() => 2")]
    [InlineData("Wide(float x) => Width + x * x", "Wide(float y) => Width + y * y")]
    public void Left_alone(string before, string after) => AssertReasons(before, after, isWritten: false);

    [Fact]
    public void Minus_zero_is_another_constant()
    {
        string zero = Curves.Replace("Width = 2", "Width = 0");

        Assert.Contains(IncrementalStepRunReason.Modified, Reasons(zero, zero.Replace("Width = 0", "Width = -0f")));
    }

    [Fact]
    public void The_cached_function_holds_no_symbols()
    {
        GeneratorRunResult result = GeneratorRun.Driver().RunGenerators(GeneratorRun.Compile(Net, Curves)).GetRunResult().Results[0];

        ModelWalk.AssertPlain(result.TrackedSteps[TrackingNames.Spec].Single().Outputs.Single().Value);
    }

    private static void AssertReasons(string before, string after, bool isWritten)
    {
        Assert.Contains(before, Curves);
        IncrementalStepRunReason reason = Assert.Single(Reasons(Curves, Curves.Replace(before, after)));
        Assert.Equal(isWritten, reason == IncrementalStepRunReason.Modified);
    }

    private static IncrementalStepRunReason[] Reasons(string before, string after)
    {
        CSharpCompilation first = GeneratorRun.Compile(Net, before);
        CSharpCompilation second = first.ReplaceSyntaxTree(first.SyntaxTrees[1], GeneratorRun.Parse(after, 1));
        GeneratorRunResult result = GeneratorRun.Driver().RunGenerators(first).RunGenerators(second).GetRunResult().Results[0];
        return [.. result.TrackedSteps[TrackingNames.Spec].SelectMany(step => step.Outputs).Select(output => output.Reason).Distinct()];
    }
}
