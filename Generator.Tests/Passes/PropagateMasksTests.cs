using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>Which masks reach an output, and what of the inputs tells metrics the same.</summary>
public sealed class PropagateMasksTests
{
    private const string Sparse = "Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd, Metrics = new[] { Metric.Accuracy })";

    private const string Squared = "Compile(Loss.MeanSquaredError, Optimizer.Sgd, Metrics = new[] { Metric.MeanAbsoluteError })";

    [Theory]
    [InlineData("Input(6), Embedding(5, 2, MaskZero = true), Dense(3, Activation = Activation.Softmax)", Sparse, "(0, 6, 1, 0f)")]
    [InlineData("Input(3, 4), Embedding(5, 2, MaskZero = true), Dense(3, Activation = Activation.Softmax)", Sparse, "(0, 12, 1, 0f)")]
    [InlineData("Input(12), Reshape(3, 4), Embedding(5, 2, MaskZero = true), TimeDistributed, Dense(2)", Squared, "(0, 12, 1, 0f)")]
    [InlineData("Input(3, 4), Embedding(5, 2, MaskZero = true), TimeDistributed, LSTM(3)", Squared, "(0, 3, 4, 0f)")]
    [InlineData("Input(3, 4, 2), Masking(0.5), TimeDistributed, LSTM(3, ReturnSequences = true)", Squared, "(0, 12, 2, 0.5f)")]
    [InlineData("Input(3, 4, 2), Masking(0.5), TimeDistributed, LSTM(3)", Squared, "(0, 3, 8, 0.5f)")]
    [InlineData("Input(2, 3, 4), Embedding(5, 2, MaskZero = true), TimeDistributed, TimeDistributed, LSTM(3), TimeDistributed, LSTM(3)", Squared, "(0, 2, 12, 0f)")]
    [InlineData("Input(3, 4, 2), Masking, TimeDistributed, Flatten, Dense(2)", Squared, "(0, 3, 8, 0f)")]
    [InlineData("Input(3, 4, 2), Masking, Dense(2, Name = \"a\"), TimeDistributed, Permute(2, 1), TimeDistributed, Permute(2, 1), Add(\"a\")", Squared, "(0, 12, 2, 0f), (0, 3, 8, 0f)")]
    [InlineData("Input(3, 4), Embedding(5, 2, MaskZero = true), Reshape(3, 8), Dense(2)", Squared, "")]
    [InlineData("Input(3, Name = \"a\"), Input(3, 3, 2), Embedding(5, 2, MaskZero = true, From = \"a\", Name = \"b\"), Multiply(\"b\", \"input_layer\"), Dense(2)", Squared, "")]
    public async Task Metrics_leave_out_what_the_loss_does(string layers, string compile, string expected)
    {
        GeneratorRun run = await Run(layers, compile);

        run.AssertReported();
        run.AssertAddsNoErrors();
        string[] masks = [.. Regex.Matches(run.Sources["Net.Inference.g.cs"], @"MaskedInput(\(.+?\))").Select(match => match.Groups[1].Value)];
        Assert.Equal(expected, string.Join(", ", masks));
        Assert.Equal(expected.Length > 0, run.Sources["Net.Kernels512.Training.g.cs"].Contains("StepMask.Weight"));
    }

    [Theory]
    [InlineData("Input(3, 4, 2), Dense(2), Masking, TimeDistributed, LSTM(3)")]
    [InlineData("Input(3, 4, 2), Masking(1.0, Name = \"a\"), Masking(From = \"input_layer\"), Add(\"a\"), TimeDistributed, LSTM(3)")]
    public async Task Metrics_can_not_know_all(string layers)
    {
        GeneratorRun run = await Run(layers, Squared);

        run.AssertReported("SN3060 Metrics = new[] { Metric.MeanAbsoluteError }");
    }

    private static Task<GeneratorRun> Run(string layers, string compile) =>
        GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}, {compile}] public sealed partial class Net;");
}
