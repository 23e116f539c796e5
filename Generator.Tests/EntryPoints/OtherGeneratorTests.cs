using System;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.EntryPoints;

/// <summary>What other generators emit is unseen by ours, but seen by the analyzer: it must say why the net is a stub.</summary>
public sealed class OtherGeneratorTests
{
    [Fact]
    public async Task A_constant_of_another_generator()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [StaticNet, Input(2), Dense(Sizes.Units), Dropout(0.5), Dense(3, L1 = Sizes.Factor)] partial class XorNet;",
            new EmittingGenerator("static class Sizes { public const int Units = 3; public const double Factor = 0.5; }"));

        run.AssertReported("SN1020 Sizes.Units", "SN1020 L1 = Sizes.Factor");
        Assert.Equal("The generator cannot see the value of Units; use a literal or a const of this project", run.Reported[0].GetMessage());
        Assert.Contains("SN1020: The generator cannot see the value of Units; use a literal or a const of this project", run.Source);
        Assert.Empty(run.After.GetDiagnostics());
    }

    [Theory]
    [InlineData("Input(2, Sizes.Units)", "2, Sizes.Units")]
    [InlineData("Input(8, 8, 1), Conv2D(4, new[] { 3, Sizes.Units })", "new[] { 3, Sizes.Units }")]
    [InlineData("Input(8, 8, 1), Conv2D(Sizes.Units, new[] { 3, 3 })", "Sizes.Units")]
    [InlineData("Input(8, 8, 1), Conv2D(4, kernelSize: Sizes.Units)", "kernelSize: Sizes.Units")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, StridesPerAxis = new[] { Sizes.Units, 1 })", "StridesPerAxis = new[] { Sizes.Units, 1 }")]
    [InlineData("Input(2), Dense(3, Activation = Sizes.Function)", "Activation = Sizes.Function")]
    public async Task A_constant_anywhere(string layers, string expected)
    {
        GeneratorRun run = await GeneratorRun.Of(
            $"using StaticNets; [StaticNet, {layers}, Dense(1)] partial class XorNet;",
            new EmittingGenerator("static class Sizes { public const int Units = 3; public const StaticNets.Activation Function = StaticNets.Activation.Relu; }"));

        run.AssertReported("SN1020 " + expected);
        Assert.Empty(run.After.GetDiagnostics());
    }

    [Fact]
    public async Task A_constant_in_the_settings()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [StaticNet(UnrollBudget = Sizes.Budget), Input(2), Dense(1), Compile(Sizes.Loss, Optimizer.Sgd, LearningRate = Sizes.Rate)] partial class XorNet;",
            new EmittingGenerator("static class Sizes { public const int Budget = 3; public const double Rate = 0.5; public const StaticNets.Loss Loss = StaticNets.Loss.MeanSquaredError; }"));

        run.AssertReported("SN1020 UnrollBudget = Sizes.Budget", "SN1020 Sizes.Loss", "SN1020 LearningRate = Sizes.Rate");
        Assert.Empty(run.After.GetDiagnostics());
    }

    [Theory]
    [InlineData("Curves.F(x)", "Curves.F(x)")]
    [InlineData("x * Curves.Width", "x * Curves.Width")]
    public async Task A_part_of_a_function(string body, string unseen)
    {
        GeneratorRun run = await GeneratorRun.Of(
            $"using StaticNets; [StaticNet, Input(2), Dense(1, ActivationMethod = nameof(F))] partial class XorNet {{ static float F(float x) => {body}; }}",
            new EmittingGenerator("static class Curves { public static float F(float x) => x; public const float Width = 2; }"));

        run.AssertReported("SN1099 XorNet");
        Assert.Contains($"SN1020: The generator cannot see the value of {unseen};", run.Reported[0].GetMessage());
        Assert.Empty(run.After.GetDiagnostics());
    }

    [Fact]
    public async Task A_function_of_another_generator()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [StaticNet, Input(2), Dense(1, ActivationMethod = \"F\")] partial class XorNet;",
            new EmittingGenerator("partial class XorNet { static float F(float x) => x; }"));

        run.AssertReported("SN1099 XorNet");
        Assert.Contains("SN2100: 'XorNet' has no method 'F'", run.Reported[0].GetMessage());
        Assert.Empty(run.After.GetDiagnostics());
    }

    [Fact]
    public async Task A_layer_under_a_name_of_another_generator()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [StaticNet, Input(2), Short(1), Dense(1)] partial class XorNet;", new EmittingGenerator("global using Short = StaticNets.DenseAttribute;"));

        run.AssertReported("SN1020 Short(1)");
        Assert.Empty(run.After.GetDiagnostics());
    }

    [Fact]
    public async Task Layers_of_another_generator()
    {
        GeneratorRun run = await GeneratorRun.Of(
            "using StaticNets; [StaticNet] partial class XorNet;", new EmittingGenerator("using StaticNets; [Input(2), Dense(1)] partial class XorNet;"));

        run.AssertReported("SN1099 StaticNet");
        Assert.Contains("SN1016: 'XorNet' needs an [Input]", run.Reported[0].GetMessage());
        Assert.Empty(run.After.GetDiagnostics());
    }

    [Theory]
    [InlineData("Input(2), Dense(Missing)")]
    [InlineData("Input(2), Dense(\"three\")")]
    [InlineData("Input(2), Dense(1, 2, 3)")]
    [InlineData("Input(2), Dense()")]
    [InlineData("Input(2), Dense(units: )")]
    [InlineData("Input(2), Dense(sizes: 3)")]
    [InlineData("Input(2), Dense(1, L1 = \"much\")")]
    [InlineData("Input(2), Dense(1, L1 = 1, L1 = 2)")]
    [InlineData("Input(2), Dense(1, Missing = 3)")]
    [InlineData("Input(2), Dense(1")]
    [InlineData("Input(2), Missing(1), Dense(1)")]
    [InlineData("Input(2), Dense(1), Compile")]
    [InlineData("Input(2), Dense(1), Compile(Loss.Missing, Optimizer.Sgd)")]
    [InlineData("Input(2), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd, Metrics = new[] { Metric.Missing })")]
    [InlineData("Input(2), Layer(1), Dense(1)")]
    [InlineData("Input(2), Dense(1, Name = \"\\uD800\")")]
    public async Task What_the_compiler_rejects_is_left_to_it(string layers)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; [StaticNet, {layers})] partial class XorNet;".Replace("))]", ")]").Replace("Compile)]", "Compile]"));

        run.AssertReported();
        run.AssertAddsNoErrors();
    }
}
