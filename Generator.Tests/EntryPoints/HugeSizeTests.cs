using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.EntryPoints;

/// <summary>
/// Nets of random layers whose sizes are random numbers up to the largest of 32 bits: each is compiled or refused, but neither generator nor
/// analyzer fails, or is kept for long.
/// </summary>
public sealed class HugeSizeTests
{
    private const int Cases = 300;

    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Each_net_is_compiled_or_refused()
    {
        Random random = new(11);
        for (int i = 0; i < Cases; i++)
        {
            string net = Net(random);
            long start = Stopwatch.GetTimestamp();
            CSharpCompilation compilation = GeneratorRun.Compile($"using StaticNets; [StaticNet, {net}] partial class XorNet;");
            GeneratorRunResult result = GeneratorRun.Driver().RunGenerators(compilation).GetRunResult().Results[0];
            ImmutableArray<Diagnostic> reported = await compilation.WithAnalyzers([new StaticNetAnalyzer()]).GetAnalyzerDiagnosticsAsync();

            Assert.True(Stopwatch.GetElapsedTime(start) < s_most, net);
            Assert.True(result.Exception is null, $"{net}: {result.Exception}");
            Assert.True(reported.All(diagnostic => diagnostic.Id.StartsWith("SN", StringComparison.Ordinal)), net);

            // That the code is too long only the generator knows, and says it in the stub.
            string source = result.GeneratedSources[0].SourceText.ToString();
            bool isRefused = source.Contains("InvalidNet(") && !source.Contains("InvalidNet(\"SN3013\"");
            Assert.True(isRefused == reported.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), net);
        }
    }

    private static string Net(Random random)
    {
        string Size() => Number(random.Next(6) switch
        {
            0 => random.Next(1, 4),
            1 => random.Next(1, 100),
            2 => random.Next(1, 100_000),
            3 => 1 << random.Next(0, 31),
            4 => random.Next(1, int.MaxValue),
            _ => int.MaxValue,
        });
        string Few() => Number(random.Next(4) switch { 0 => random.Next(1, 2000), 1 => 1 << random.Next(0, 20), _ => random.Next(1, 30) });
        string Padding() => random.Next(2) == 0 ? "" : ", Padding = Padding.Same";
        string Algorithm() => random.Next(3) switch { 0 => "", 1 => ", Algorithm = ConvolutionAlgorithm.WinogradF2", _ => ", Algorithm = ConvolutionAlgorithm.WinogradF4" };
        List<string> layers = [];
        bool isImage = random.Next(2) == 0;
        layers.Add(isImage ? $"Input({Few()}, {Few()}, {Few()})" : $"Input({Few()}, {Few()})");
        for (int i = random.Next(1, 3); i > 0; i--)
        {
            layers.Add(isImage
                ? random.Next(12) switch
                {
                    0 => $"Conv2D({Size()}, {Few()}, Strides = {Size()}{Padding()})",
                    1 => $"Conv2D({Few()}, {Few()}, DilationRate = {Size()}{Padding()})",
                    2 => $"Conv2D({Few()}, 3{Padding()}{Algorithm()})",
                    3 => $"Conv2DTranspose({Few()}, {Few()}, Strides = {Size()}{Padding()})",
                    4 => $"Conv2DTranspose({Few()}, {Few()}, DilationRate = {Size()}{Padding()})",
                    5 => $"DepthwiseConv2D({Few()}, DepthMultiplier = {Size()}, Strides = {Size()}{Padding()})",
                    6 => $"SeparableConv2D({Size()}, {Few()}, DepthMultiplier = {Few()}, DilationRate = {Size()}{Padding()})",
                    7 => $"MaxPooling2D({Size()}, Strides = {Size()}{Padding()})",
                    8 => $"AveragePooling2D({Few()}, Strides = {Size()}{Padding()})",
                    9 => $"ZeroPadding2D({Size()}, {Few()})",
                    10 => $"UpSampling2D({Size()}, Interpolation = Interpolation.Bilinear)",
                    _ => "BatchNormalization",
                }
                : random.Next(11) switch
                {
                    0 => $"Conv1D({Size()}, {Few()}, Strides = {Size()}{Padding()})",
                    1 => $"Conv1D({Few()}, {Few()}, DilationRate = {Size()}, Padding = Padding.Causal)",
                    2 => $"MultiHeadAttention({Size()}, {Few()}, ValueDim = {Few()})",
                    3 => $"LSTM({Few()}, ReturnSequences = true, Dropout = 0.5, RecurrentDropout = 0.5)",
                    4 => $"GRU({Size()}, ReturnSequences = true)",
                    5 => $"Dense({Size()})",
                    6 => $"MaxPooling1D({Size()}, Strides = {Size()}{Padding()})",
                    7 => $"UpSampling1D({Size()})",
                    8 => $"TimeDistributed, Dense({Size()})",
                    9 => $"Bidirectional, SimpleRNN({Few()}, ReturnSequences = true)",
                    _ => "LayerNormalization",
                });
        }

        layers.Add(random.Next(2) == 0 ? "Flatten" : isImage ? "GlobalAveragePooling2D" : "GlobalMaxPooling1D");
        layers.Add($"Dense({Few()})");
        layers.Add("Compile(Loss.MeanSquaredError, Optimizer.Sgd)");
        return string.Join(", ", layers);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
