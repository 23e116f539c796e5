using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Diagnostics;

/// <summary>Advice is shown under the argument concerned, and leaves the net as it is.</summary>
public sealed class AdviceTests
{
    private const string Sparse = "Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)";
    private const string Distance = "Compile(Loss.MeanSquaredError, Optimizer.Sgd)";
    private const string Softmax = "Activation = Activation.Softmax";

    [Theory]
    [InlineData("Dense(4, Activation = Activation.Softmax), Dense(3)", "SN5001 Activation = Activation.Softmax")]
    [InlineData("Dense(4), Activation(Activation.Softmax), Dense(3)", "SN5001 Activation.Softmax")]
    [InlineData("Dense(4, Activation = Activation.Softmax), Activation(Activation.Relu)", "SN5001 Activation = Activation.Softmax")]
    [InlineData("Dense(4, Activation = Activation.Softmax), Dense(4), Add(\"dense\")", "SN5001 Activation = Activation.Softmax")]
    [InlineData("Dense(4, Activation = Activation.Softmax)")]
    [InlineData("Dense(4, Activation = Activation.Softmax), Reshape(2, 2), Flatten")]
    [InlineData("Dense(4, Activation = Activation.Sigmoid), Dense(3)")]
    [InlineData("Dense(1, Activation = Activation.Softmax)", "SN5007 Activation = Activation.Softmax")]
    [InlineData("Dense(1), Activation(Activation.Softmax), Flatten", "SN5007 Activation.Softmax")]
    [InlineData("Dense(1, Activation = Activation.Softmax), Dense(3)", "SN5007 Activation = Activation.Softmax")]
    [InlineData("Dense(1, Activation = Activation.Sigmoid)")]
    public Task Softmax_by_place(string layers, params string[] expected) => AssertAdvised(layers, expected);

    [Theory]
    [InlineData($"Dense(3, {Softmax}), {Distance}", "SN5002 Loss.MeanSquaredError")]
    [InlineData($"Dense(3), Activation(Activation.Softmax), Flatten, Compile(Loss.MeanAbsoluteError, Optimizer.Sgd)", "SN5002 Loss.MeanAbsoluteError")]
    [InlineData($"Dense(3), {Distance}")]
    [InlineData($"Dense(1, {Softmax}), {Distance}", "SN5007 Activation = Activation.Softmax")]
    [InlineData($"Dense(3, {Softmax}), {Sparse}")]
    [InlineData($"Dense(3), Activation(Activation.Softmax), {Sparse}")]
    [InlineData($"Dense(3), {Sparse}", "SN5006 Dense(3)")]
    [InlineData($"Dense(3, Activation = Activation.Relu), {Sparse}", "SN5006 Activation = Activation.Relu")]
    [InlineData($"Dense(3), Activation(Activation.Tanh), Flatten, {Sparse}", "SN5006 Activation.Tanh")]
    [InlineData("Dense(3), Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)", "SN5006 Dense(3)")]
    [InlineData("Dense(1, Activation = Activation.Sigmoid), Compile(Loss.BinaryCrossentropy, Optimizer.Sgd)")]
    [InlineData($"Dense(3), Dense(3), Add(\"dense\"), {Sparse}", "SN5006 Add(\"dense\")")]
    [InlineData($"Dense(3, Name = \"a\"), Dense(3, {Softmax}), Output(\"a\", Loss.BinaryCrossentropy), {Sparse}", "SN5006 Dense(3, Name = \"a\")")]
    [InlineData($"Dense(3, Name = \"a\", {Softmax}), Dense(3, From = \"input_layer\"), Output(\"a\", Loss.MeanSquaredError), {Distance}", "SN5002 Loss.MeanSquaredError")]
    [InlineData($"Dense(3, Name = \"a\", {Softmax}), Dense(3, From = \"input_layer\"), Output(\"a\", Loss.SparseCategoricalCrossentropy), {Distance}")]
    public Task Output_and_loss(string layers, params string[] expected) => AssertAdvised(layers, expected);

    [Theory]
    [InlineData("Dense(3, L2 = 0.1), Compile(Loss.MeanSquaredError, Optimizer.Adam)", "SN5003 Optimizer.Adam")]
    [InlineData("Dense(3, BiasL2 = 0.1), Compile(Loss.MeanSquaredError, optimizer: Optimizer.Adam)", "SN5003 optimizer: Optimizer.Adam")]
    [InlineData("Dense(3, L1 = 0.1), Compile(Loss.MeanSquaredError, Optimizer.Adam)")]
    [InlineData("Dense(3, L2 = 0), Compile(Loss.MeanSquaredError, Optimizer.Adam)")]
    [InlineData("Dense(3, L2 = 0.1), Compile(Loss.MeanSquaredError, Optimizer.AdamW)")]
    [InlineData("Dense(3, L2 = 0.1), Compile(Loss.MeanSquaredError, Optimizer.Adam, WeightDecay = 0.1)")]
    [InlineData("Dense(3, L2 = 0.1), Compile(Loss.MeanSquaredError, Optimizer.Sgd)")]
    [InlineData("Dense(3, L2 = 0.1)")]
    public Task L2_and_optimizer(string layers, params string[] expected) => AssertAdvised(layers, expected);

    [Theory]
    [InlineData($"Dense(3), Dropout(0.5), {Distance}", "SN5004 Dropout(0.5)")]
    [InlineData($"Dense(3), Dropout(0.5), Activation(Activation.Softmax), {Sparse}", "SN5004 Dropout(0.5)")]
    [InlineData($"Dense(3, {Softmax}), Dropout(0.5), Flatten, {Sparse}", "SN5004 Dropout(0.5)")]
    [InlineData($"Dense(3), Reshape(3, 1), SpatialDropout1D(0.5), {Distance}", "SN5004 SpatialDropout1D(0.5)")]
    [InlineData($"Dropout(0.5), Dense(3), {Distance}")]
    [InlineData("Dense(3), Dropout(0.5)")]
    public Task Dropout_by_place(string layers, params string[] expected) => AssertAdvised(layers, expected);

    [Theory]
    [InlineData(17, true)]
    [InlineData(24, true)]
    [InlineData(25, false)]
    [InlineData(32, false)]
    [InlineData(33, true)]
    [InlineData(36, true)]
    [InlineData(37, false)]
    [InlineData(49, false)]
    [InlineData(12, true)]
    [InlineData(9, true)]
    [InlineData(6, true)]
    [InlineData(13, false)]
    [InlineData(4, false)]
    [InlineData(3, false)]
    public Task Units_by_vectors(int units, bool advised) =>
        AssertAdvised($"Dense(4096), Dense({units}), Dense(10)", advised ? [$"SN5005 {units}"] : []);

    [Theory]
    [InlineData("Dense(963), Dense(17), Dense(10)")]
    [InlineData("Dense(4096), Dense(17)")]
    [InlineData("Dense(4096), Dense(17), Dropout(0.5), Activation(Activation.Relu)", "SN5005 17")]
    public Task Units_where_they_matter(string layers, params string[] expected) => AssertAdvised(layers, expected);

    [Theory]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3), Dense(3)", "SN5008 Dense(3)")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3), Dense(5), Dropout(0.5), Dense(3), Activation(Activation.Relu)", "SN5008 Dense(5)")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3), Dense(3), Flatten")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3), Dense(3), GlobalAveragePooling2D")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, Padding = Padding.Same), Dense(3)")]
    [InlineData("Input(8, 8), Dense(3)")]
    public async Task Dense_on_an_image(string layers, params string[] expected)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}] partial class XorNet;");

        run.AssertAdvised(expected);
    }

    [Fact]
    public async Task Filters_count_as_units()
    {
        GeneratorRun run = await Of("Reshape(2, 2, 1), Conv2D(18, 2), Flatten, Dense(1)");
        run.AssertAdvised();

        GeneratorRun large = await GeneratorRun.Of("using StaticNets; [StaticNet, Input(28, 28, 1), Conv2D(18, 3), Flatten, Dense(1)] partial class XorNet;");
        large.AssertAdvised("SN5005 18");
        Assert.Equal(
            "Layer 1 Conv2D(18, 3) computes 18 values in vectors with room for 32, and takes as long as if they were full, with a single sample too; use 16 or 32",
            large.Reported[0].GetMessage());
    }

    /// <summary>The generator's output and its cached model are those of a net without advice, whatever the analyzer says.</summary>
    [Fact]
    public async Task Advice_changes_neither_code_nor_cache()
    {
        const string Layers = $"Dense(8, {Softmax}, L2 = 0.1), Dense(3), Dropout(0.5), Compile(Loss.CategoricalCrossentropy, Optimizer.Adam)";
        GeneratorRun run = await Of(Layers);
        run.AssertAdvised("SN5001 Activation = Activation.Softmax", "SN5006 Dense(3)", "SN5004 Dropout(0.5)", "SN5003 Optimizer.Adam");
        run.AssertAddsNoErrors();
        Assert.All(run.Sources.Values, source => Assert.DoesNotContain("InvalidNet", source));
        Assert.All(run.Sources.Values, source => Assert.DoesNotContain("SN5", source));

        GeneratorDriver driver = GeneratorRun.Driver().RunGenerators(GeneratorRun.Compile(Source(Layers)));
        driver = driver.RunGenerators(GeneratorRun.Compile("// A comment.\n" + Source(Layers)));
        IEnumerable<IncrementalStepRunReason> reasons = driver.GetRunResult().Results[0].TrackedOutputSteps.Values
            .SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason);
        Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public async Task A_project_may_raise_or_silence_advice()
    {
        CSharpCompilation before = GeneratorRun.Compile(Source($"Dense(3), {Sparse}"));
        foreach ((ReportDiagnostic setting, DiagnosticSeverity? expected) in new[] { (ReportDiagnostic.Error, DiagnosticSeverity.Error), (ReportDiagnostic.Suppress, (DiagnosticSeverity?)null) })
        {
            CSharpCompilationOptions options = before.Options.WithSpecificDiagnosticOptions([new("SN5006", setting)]);
            GeneratorRun run = await GeneratorRun.Of(before.WithOptions(options));

            Assert.Equal(expected, run.Reported.SingleOrDefault()?.Severity);
            Assert.DoesNotContain(run.Sources.Values, source => source.Contains("InvalidNet", StringComparison.Ordinal));
        }
    }

    /// <summary>What a function of the user's leaves or wants, nobody knows.</summary>
    [Theory]
    [InlineData($"Dense(3, {Softmax}), Compile(nameof(Distance), Optimizer.Sgd)")]
    [InlineData($"Dense(3, ActivationMethod = nameof(Share)), {Sparse}")]
    [InlineData($"Dense(3), Activation(nameof(Share)), Flatten, {Sparse}")]
    public async Task Functions_of_the_users_own(string layers) => (await GeneratorRun.Of(
        $"using StaticNets; [StaticNet, Input(4), {layers}] partial class XorNet "
        + "{ static float Share(float x) => x * x; static float Distance(float t, float y) => (t - y) * (t - y); }")).AssertAdvised();

    private static async Task AssertAdvised(string layers, params string[] expected) => (await Of(layers)).AssertAdvised(expected);

    private static Task<GeneratorRun> Of(string layers) => GeneratorRun.Of(Source(layers));

    private static string Source(string layers) => $"using StaticNets; [StaticNet, Input(4), {layers}] partial class XorNet;";
}
