using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Tests.Helpers;
using StaticNets.Tests.Shared.Size;
using Xunit;
using Xunit.Abstractions;

namespace StaticNets.Generator.Tests.Emit;

/// <summary>Nets of residual blocks: how much of their code is shared, and a whole ResNet-18 on one page.</summary>
[Collection(AloneCollection.Name)]
public sealed class ResidualTests(ITestOutputHelper output)
{
    private const string Blocks = """
        using StaticNets;

        [Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
        [BatchNormalization]
        [Activation(Activation.Relu)]
        [Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
        [BatchNormalization]
        [Add(Block.Input)]
        [Activation(Activation.Relu)]
        public sealed class ResidualAttribute(int filters) : BlockAttribute(filters);

        [Conv2D(Block.Filters, 3, Strides = 2, Padding = Padding.Same, UseBias = false)]
        [BatchNormalization]
        [Activation(Activation.Relu)]
        [Conv2D(Block.Filters, 3, Padding = Padding.Same, UseBias = false)]
        [BatchNormalization(Name = "main")]
        [Conv2D(Block.Filters, 1, Strides = 2, UseBias = false, From = Block.Input)]
        [BatchNormalization]
        [Add("main")]
        [Activation(Activation.Relu)]
        [Residual(Block.Filters)]
        public sealed class StageAttribute(int filters) : BlockAttribute(filters);

        """;

    private const string ResNet18 = """
        [StaticNet]
        [Input(224, 224, 3)]
        [Conv2D(64, 7, Strides = 2, Padding = Padding.Same, UseBias = false)]
        [BatchNormalization]
        [Activation(Activation.Relu)]
        [MaxPooling2D(3, Strides = 2, Padding = Padding.Same)]
        [Residual(64, Repeat = 2)]
        [Stage(128)]
        [Stage(256)]
        [Stage(512)]
        [GlobalAveragePooling2D]
        [Dense(1000, Activation = Activation.Softmax)]
        [Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd, Momentum = 0.9)]
        public sealed partial class ResNet18;
        """;

    // What torchvision's has, 11,689,512, and the moving averages of its 4,800 normalized channels.
    private const int Parameters = 11_689_512 + (2 * 4_800);

    // Far above what it takes on a quiet machine.
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("512")]
    [InlineData("256")]
    [InlineData("128")]
    public async Task Three_equal_blocks_have_one_set_of_kernels(string width)
    {
        GeneratorRun run = await GeneratorRun.Of(Blocks + """
            [StaticNet, Input(8, 8, 3), Conv2D(16, 3, Padding = Padding.Same, UseBias = false), Residual(16, Repeat = 3), GlobalAveragePooling2D, Dense(3)]
            [Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
            public sealed partial class Net;
            """);
        run.AssertReported();
        string inference = run.Sources[$"Net.Kernels{width}.g.cs"];
        string training = run.Sources[$"Net.Kernels{width}.Training.g.cs"];

        string[] kernels = [.. Kernels(inference).Concat(Kernels(training)).Where(kernel => kernel.StartsWith("Residual", StringComparison.Ordinal))];

        // Named after the repetition that comes first: forward the first, backward the last.
        Assert.DoesNotContain(kernels, kernel => kernel.StartsWith("Residual1", StringComparison.Ordinal));
        string[] passes = [.. kernels.Select(kernel => Regex.Replace(kernel, @"^Residual\d*", ""))];
        Assert.Equal(passes.Distinct(), passes);
        string[] methods = [.. new[] { "Predict", "PrepareWeights" }.Select(method => Bodies(inference, method))
            .Concat(new[] { "Loss", "DeriveWeights", @"Forward\d+", @"Backward\d+", "WeightGradients", "UpdateStatistics" }.Select(method => Bodies(training, method)))];
        Assert.All(methods, Assert.NotEmpty);
        int called = 0;
        foreach (string kernel in kernels)
        {
            int[] calls = [.. methods.Select(method => Regex.Count(method, @$"\b{kernel}\("))];
            Assert.All(calls, count => Assert.True(count % 3 == 0, $"{kernel} is called {count} times."));
            called += calls.Sum() > 0 ? 1 : 0;
        }

        // The passes of convolution, normalization, activation and sum, in inference and training.
        Assert.InRange(called, 15, 40);
    }

    [Fact]
    public async Task ResNet18_fits_on_a_page()
    {
        Assert.True((Blocks + ResNet18).Split('\n').Length < 50);
        var watch = Stopwatch.StartNew();
        _ = GeneratorRun.Driver().RunGenerators(GeneratorRun.Compile(Blocks + ResNet18));
        TimeSpan time = watch.Elapsed;
        GeneratorRun run = await GeneratorRun.Of(Blocks + ResNet18);
        run.AssertReported();
        int length = run.Sources.Values.Sum(source => source.Length);
        output.WriteLine($"{time.TotalSeconds:F2} s, {length / 1024} KB");
        Assert.True(time < s_longest, time.ToString());
        Assert.InRange(length, 1_000_000, 10_000_000);
        Assert.Contains(FormattableString.Invariant($"ParameterCount = {Parameters:#,0};").Replace(',', '_'), run.Sources["ResNet18.g.cs"]);

        using LoadedAssembly loaded = new(run.After);
        IReadOnlyList<string> tooLarge = EmittedMethods.TooLarge(EmittedMethods.Of(loaded.Assembly));
        Assert.True(tooLarge.Count == 0, string.Join("\n", tooLarge));
    }

    private static IEnumerable<string> Kernels(string source) =>
        Regex.Matches(source, @"AggressiveOptimization\)\]\s+private static void (\w+)\(").Select(match => match.Groups[1].Value);

    /// <summary>The methods of a name, which list the calls.</summary>
    private static string Bodies(string source, string name) =>
        string.Concat(Regex.Matches(source, @$"static void {name}\(.*?\n    }}", RegexOptions.Singleline).Select(match => match.Value));
}
