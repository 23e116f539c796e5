using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StaticNets.Generator.Tests.Helpers;
using Xunit;
using Xunit.Abstractions;

namespace StaticNets.Generator.Tests.EntryPoints;

/// <summary>How long the generator takes while someone types, and how much it writes.</summary>
[Collection(AloneCollection.Name)]
public sealed class GeneratorSpeedTests(ITestOutputHelper output)
{
    // What else the machine does is in most of the rounds, but hardly in the best. Once one is fast enough there need not be more.
    private const int WarmRounds = 3;
    private const int Rounds = 20;

    private static readonly TimeSpan s_mostForImages = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_mostForDeep = TimeSpan.FromSeconds(1);

    [Fact]
    public void A_changed_image_net_is_written_at_once() => AssertFast(i => ImageNet(128 + i), s_mostForImages);

    [Fact]
    public void A_changed_net_of_fifty_layers_is_written_soon() => AssertFast(i => DifferentLayers(50, i), s_mostForDeep);

    [Fact]
    public void An_edit_elsewhere_costs_next_to_nothing()
    {
        CSharpCompilation compilation = GeneratorRun.Compile(ImageNet(128), "class Other;");
        GeneratorDriver driver = GeneratorRun.Driver().RunGenerators(compilation);
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            SyntaxTree other = compilation.SyntaxTrees.Last();
            compilation = compilation.ReplaceSyntaxTree(other, GeneratorRun.Parse($"class Other {{ int _x{Number(i)}; }}", 1));
            driver = Timed(driver, compilation, ref best);
            Assert.All(OutputReasons(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }

        output.WriteLine(Milliseconds("An edit elsewhere", best));
        Assert.True(best < TimeSpan.FromMilliseconds(20), Milliseconds("An edit elsewhere", best));
    }

    [Fact]
    public void The_source_of_an_image_net_is_bounded()
    {
        int length = Length(ImageNet(128));
        output.WriteLine(Kilobytes("The image net", length));
        Assert.InRange(length, 100_000, 2_000_000);
    }

    [Fact]
    public void Equal_blocks_share_their_kernels()
    {
        int two = Length(EqualBlocks(2));
        int ten = Length(EqualBlocks(10));
        int forty = Length(EqualBlocks(40));
        output.WriteLine(Kilobytes("2 blocks", two));
        output.WriteLine(Kilobytes("10 blocks", ten));
        output.WriteLine(Kilobytes("40 blocks", forty));

        // A block beyond the first adds its calls and its weights' places, for each width, but no kernel.
        int aBlock = (forty - ten) / 30;
        output.WriteLine(Kilobytes("One block more", aBlock));
        Assert.InRange(forty, two, 3 * two);
        Assert.InRange(aBlock, 1, 15_000);
    }

    /// <summary>The CNN of the README's table.</summary>
    private static string ImageNet(int units) => Net(
        "Input(28, 28, 1)",
        "Conv2D(32, 3, Activation = Activation.Relu, L1 = 0.001)",
        "MaxPooling2D(2)",
        "Conv2D(64, 3, Activation = Activation.Relu, L2 = 0.001)",
        "MaxPooling2D(2)",
        "Flatten",
        $"Dense({Number(units)}, Activation = Activation.Relu, L1 = 0.001, L2 = 0.001)",
        "Dropout(0.5)",
        "Dense(10, Activation = Activation.Softmax)");

    /// <summary>Convolutions and dense layers of sizes that all differ, so that nothing is shared.</summary>
    private static string DifferentLayers(int count, int first) => Net(
    [
        "Input(16, 16, 3)",
        .. Enumerable.Range(8 + first, count / 2).Select(Convolution),
        "GlobalAveragePooling2D",
        .. Enumerable.Range(20 + first, (count / 2) - 2).Select(i => $"Dense({Number(i)}, Activation = Activation.Tanh)"),
        "Dense(10, Activation = Activation.Softmax)",
    ]);

    private static string EqualBlocks(int count) => Net(
    [
        "Input(12, 12, 16)",
        .. Enumerable.Repeat(Convolution(16), count),
        "GlobalAveragePooling2D",
        "Dense(10, Activation = Activation.Softmax)",
    ]);

    private static string Convolution(int filters) => $"Conv2D({Number(filters)}, 3, Padding = Padding.Same, Activation = Activation.Relu)";

    private static string Net(params string[] layers) =>
        $"using StaticNets; [StaticNet, {string.Join(", ", layers)}, "
        + "Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Adam)] partial class SomeNet;";

    private void AssertFast(Func<int, string> source, TimeSpan most)
    {
        CSharpCompilation compilation = GeneratorRun.Compile(source(0));
        GeneratorDriver driver = GeneratorRun.Driver().RunGenerators(compilation);
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 1; i <= WarmRounds || (i <= Rounds && best >= most); i++)
        {
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(), GeneratorRun.Parse(source(i)));
            driver = Timed(driver, compilation, ref best);
            Assert.Contains(IncrementalStepRunReason.Modified, OutputReasons(driver));
        }

        int length = driver.GetRunResult().Results[0].GeneratedSources.Sum(file => file.SourceText.Length);
        output.WriteLine(Milliseconds(Kilobytes("A changed net", length), best));
        Assert.True(best < most, Milliseconds("A changed net", best));
    }

    private static GeneratorDriver Timed(GeneratorDriver driver, CSharpCompilation compilation, ref TimeSpan best)
    {
        long start = Stopwatch.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        best = elapsed < best ? elapsed : best;
        return driver;
    }

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorDriver driver) => driver.GetRunResult().Results[0]
        .TrackedOutputSteps.Values
        .SelectMany(steps => steps)
        .SelectMany(step => step.Outputs)
        .Select(output => output.Reason);

    private static int Length(string source)
    {
        GeneratorRunResult result = GeneratorRun.Driver().RunGenerators(GeneratorRun.Compile(source)).GetRunResult().Results[0];
        Assert.Null(result.Exception);
        Assert.NotEmpty(result.GeneratedSources);
        return result.GeneratedSources.Sum(file => file.SourceText.Length);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Kilobytes(string what, int characters) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: {characters / 1000.0:0.0} KB");

    private static string Milliseconds(string what, TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}: {time.TotalMilliseconds:0.0} ms");
}
