using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Plan;

/// <summary>Layers below the first trained one: training runs them as inference does and keeps nothing of them.</summary>
public sealed class FrozenTests
{
    private const string Head = "GlobalAveragePooling2D, Dense(4, Activation = Activation.Softmax), Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)";

    /// <summary>MobileNet's beginning; F stands for what every layer of it gets.</summary>
    private const string Trunk = """
        Input(32, 32, 3), Conv2D(16, 3, Strides = 2, Padding = Padding.Same, UseBias = false, F), BatchNormalization(F), Activation(Activation.Relu),
        DepthwiseConv2D(3, Padding = Padding.Same, UseBias = false, F), BatchNormalization(F), Activation(Activation.Relu),
        Conv2D(32, 1, UseBias = false, F), BatchNormalization(F), Activation(Activation.Relu),
        Conv2D(32, 3, F), MaxPooling2D(2),
        """;

    [Fact]
    public async Task A_frozen_trunk_keeps_only_what_the_trained_head_reads()
    {
        GeneratorRun trained = await Run(Trunk.Replace("F)", "Frozen = false)") + Head);
        GeneratorRun frozen = await Run(Trunk.Replace("F)", "Frozen = true)") + Head);

        // The averages, the logits and the logits' gradient, in floats a sample.
        Assert.Equal("{ 32, 4, 4 }", PerSample(frozen));
        long before = SampleBytes(trained);
        long after = SampleBytes(frozen);
        Assert.True(after < before / 10, $"{before} bytes a sample became {after}.");
    }

    [Fact]
    public async Task Its_kernels_are_those_of_inference_and_it_has_no_gradient_code()
    {
        GeneratorRun run = await Run(Trunk.Replace("F)", "Frozen = true)") + Head);
        foreach (string width in new[] { "512", "256", "128" })
        {
            string training = run.Sources[$"Net.Kernels{width}.Training.g.cs"];
            string inference = run.Sources[$"Net.Kernels{width}.g.cs"];
            Assert.Equal(Calls(Body(inference, "Predict")).Take(5), Calls(Body(training, "RunFrozenLayers")));
            string[] kernels = [.. Regex.Matches(training, @"private static void (\w+)\(ref").Select(match => match.Groups[1].Value)];
            Assert.DoesNotContain(kernels, kernel => kernel.Contains("Conv") || kernel.Contains("ormalization") || kernel.Contains("Pooling"));
            Assert.Contains(kernels, kernel => kernel == "DenseBackwardWeights");
            Assert.Equal(3, Regex.Count(Body(training, "DeriveWeights"), @"NormalizationWeights\.Fold\("));
        }
    }

    [Fact]
    public async Task Noise_and_batch_statistics_end_it()
    {
        const string End = "Conv2D(4, 3, Frozen = true), " + Head;
        GeneratorRun noise = await Run("Input(8, 8, 2), Conv2D(4, 3, Frozen = true), Dropout(0.5), " + End);
        Assert.Single(Calls(Body(noise.Sources["Net.Kernels512.Training.g.cs"], "RunFrozenLayers")));
        GeneratorRun statistics = await Run("Input(8, 8, 2), BatchNormalization(Scale = false, Center = false), " + End);
        Assert.DoesNotContain("RunFrozenLayers", statistics.Sources["Net.Kernels512.Training.g.cs"]);
    }

    [Fact]
    public async Task A_net_without_frozen_layers_has_none()
    {
        GeneratorRun run = await Run("Input(8, 8, 2), Rescaling(0.5), ZeroPadding2D(1), AveragePooling2D(2), Conv2D(4, 3), " + Head);
        Assert.DoesNotContain("RunFrozenLayers", run.Sources["Net.Kernels512.Training.g.cs"]);
    }

    private static async Task<GeneratorRun> Run(string layers)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}] public sealed partial class Net;");
        run.AssertReported();
        run.AssertAddsNoErrors();
        return run;
    }

    private static string PerSample(GeneratorRun run) =>
        Regex.Match(run.Sources["Net.Training.g.cs"], @"int\[\] PerSample =\s(.*?);", RegexOptions.Singleline).Groups[1].Value;

    private static long SampleBytes(GeneratorRun run) =>
        4 * Regex.Matches(PerSample(run).Replace("_", ""), @"\d+").Sum(match => long.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture));

    private static string Body(string source, string method) =>
        Regex.Match(source, @$"static void {method}\(.*?\n    }}", RegexOptions.Singleline).Value;

    private static string[] Calls(string body) => [.. Regex.Matches(body, @"^\s*(\w+)\(", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];
}
