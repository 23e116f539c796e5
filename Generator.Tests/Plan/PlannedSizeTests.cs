using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Plan;

/// <summary>
/// Nets whose shapes are small enough, but not the memory that their passes need: each is refused at the layer that asks for it, with the
/// number of floats. Sizes that 32 bits don't hold would come out small, or negative, and the net would write where nothing is its own.
/// </summary>
public sealed class PlannedSizeTests
{
    private const string Trained = ", Compile(Loss.MeanSquaredError, Optimizer.Sgd)";

    [Theory]
    [InlineData("Input(256, 4), MultiHeadAttention(65536, 1), GlobalAveragePooling1D, Dense(1)" + Trained, "SN3012 MultiHeadAttention(65536, 1)", "4294967296")]
    [InlineData("Input(8, 8, 16), Conv2D(16, 3, Padding = Padding.Same, DilationRate = 20000), Flatten, Dense(1)" + Trained, "SN3012 Conv2D(16, 3, Padding = Padding.Same, DilationRate = 20000)", "2561024")]
    [InlineData(
        "Input(64, Name = \"x\"), RepeatVector(4000000), GlobalAveragePooling1D(Name = \"a\"), Reshape(8, 8, From = \"x\"), LSTM(256), Concatenate(\"a\"), Dense(1)",
        "SN3012 RepeatVector(4000000)",
        "8192000016")]
    [InlineData("Input(65536, 4), MultiHeadAttention(1, 1), GlobalAveragePooling1D, Dense(1)", "SN3012 MultiHeadAttention(1, 1)", "8590000128")]
    [InlineData("Input(1048576, 4), MultiHeadAttention(1024, 256), GlobalAveragePooling1D, Dense(1)", "SN3010 MultiHeadAttention(1024, 256)", "274877906944")]
    [InlineData("Input(200000000, 1), Conv1D(1, 3, Padding = Padding.Causal, DilationRate = 500000000), Flatten, Dense(1)", "SN2007 3", "1000000001")]
    [InlineData("Input(4, 4, 1), Conv2DTranspose(1, 5, DilationRate = 2147483647, Padding = Padding.Same), Flatten, Dense(1)", "SN2007 5", "8589934589")]
    [InlineData("Input(8, 8, 1), DepthwiseConv2D(3, DilationRate = 2147483647, Padding = Padding.Same), Flatten, Dense(1)", "SN2007 3", "4294967295")]
    [InlineData("Input(8, 8, 1), MaxPooling2D(2147483647, Padding = Padding.Same), Flatten, Dense(1)", "SN2007 2147483647", "2147483647")]
    [InlineData("Input(3, 22000000, 1), Conv2D(1, 3, Padding = Padding.Same, Algorithm = ConvolutionAlgorithm.WinogradF2), Flatten, Dense(1)", "SN3012 Conv2D(1, 3, Padding = Padding.Same, Algorithm = ConvolutionAlgorithm.WinogradF2)", "11264000512")]
    [InlineData("Input(4, 4, 14000000), Conv2D(1, 3, Algorithm = ConvolutionAlgorithm.WinogradF4), Flatten, Dense(1)" + Trained, "SN3012 Conv2D(1, 3, Algorithm = ConvolutionAlgorithm.WinogradF4)", "")]
    public async Task Memory_that_offsets_cannot_reach_is_refused_at_its_layer(string layers, string expected, string size)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}] partial class XorNet;");

        run.AssertReported(expected);
        Diagnostic reported = Assert.Single(run.Reported, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Contains(size, reported.GetMessage());
        run.AssertAddsNoErrors();
    }

    /// <summary>Strides that no window takes, and distances of single taps, may be any; so may be what one memory holds.</summary>
    [Theory]
    [InlineData("Input(8, 8, 16), Conv2D(4, 1), Conv2D(16, 3, Strides = 2147483647, Padding = Padding.Same), Flatten, Dense(1)" + Trained)]
    [InlineData("Input(8, 9, 1), Conv2D(4, 1), Conv2D(4, 3, StridesPerAxis = new[] { 1, 2147483647 }), Flatten, Dense(1)" + Trained)]
    [InlineData("Input(8, 8, 1), Conv2D(4, 1, DilationRate = 2147483647), Conv2D(4, 1, DilationRate = 2147483647), Flatten, Dense(1)" + Trained)]
    [InlineData("Input(8, 8, 3), Conv2D(4, 1), DepthwiseConv2D(3, Strides = 2147483647, Padding = Padding.Same), Flatten, Dense(1)" + Trained)]
    [InlineData("Input(8, 8, 3), Conv2D(4, 1), MaxPooling2D(2, Strides = 2147483647), Flatten, Dense(1)" + Trained)]
    [InlineData("Input(8, 8, 3), Conv2D(4, 1), AveragePooling2D(2, Strides = 2147483647, Padding = Padding.Same), Flatten, Dense(1)" + Trained)]
    [InlineData("Input(1, 8, 3), Dense(4), Conv2DTranspose(4, 2, StridesPerAxis = new[] { 100000, 1 }), GlobalAveragePooling2D, Dense(1)" + Trained)]
    [InlineData("Input(60, 16384), Conv1D(1, 3), Flatten, Dense(1)" + Trained)]
    public async Task Large_numbers_that_lead_nowhere_are_fine(string layers)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}] partial class XorNet;");

        run.AssertReported();
        run.AssertAddsNoErrors();
    }
}
