using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Diagnostics;

/// <summary>Messages name the layer by number, the shapes and the way out.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("Input(4), Dense(3), Dropout(1.5), Dense(1)", "Layer 2 Dropout: Rate must be between 0 and 1, but is 1.5")]
    [InlineData("Input(4), Input(3, Name = \"b\"), Dense(0)", "Layer 1 Dense: Units must be at least 1, but is 0")]
    [InlineData("Input(0), Dense(1)", "Input: Shape must be at least 1, but is 0")]
    [InlineData("Input(8, 8, 1), Conv2D(4, 3, Strides = 2, DilationRate = 2)", "Layer 1 Conv2D: strides and dilation cannot both be above 1; leave one of them at 1")]
    [InlineData("Input(8, 8), Conv2D(4, 3)", "Layer 1 Conv2D(4, 3) needs an input of shape (H, W, C) but Input left (8, 8); add a channel axis with [Reshape(H, W, 1)]")]
    [InlineData("Input(2, 2, 1), MaxPooling2D(3)", "Layer 1 MaxPooling2D(3) needs a 3x3 window but Input left 2x2; use Padding.Same or remove a pooling layer")]
    [InlineData("Input(4, 3), Reshape(5, 2)", "Layer 1 Reshape(5, 2) needs 10 values but Input left (4, 3), which are 12 values; choose sizes whose product is 12, or write -1 for one of them")]
    [InlineData(
        "Input(4, 3), Reshape(5, -1)",
        "Layer 1 Reshape(5, -1) needs a multiple of 5 values but Input left (4, 3), which are 12 values; choose sizes whose product is 12, or write -1 for one of them")]
    [InlineData(
        "Input(4), Dense(2), Dense(3), Add(\"dense\")",
        "Layer 3 Add merges value by value, but 'dense_1' has (3) and 'dense' has (2); give them the same sizes, or size 1 where one value serves all")]
    [InlineData(
        "Input(4, 2), Dense(2, Name = \"a\"), Reshape(2, 4), Concatenate(\"a\")",
        "Layer 3 Concatenate: 'reshape' of shape (2, 4) and 'a' of shape (4, 2) do not fit together along axis -1; make all other axes the same")]
    [InlineData(
        "Input(4), Dense(2, Name = \"a\"), Dense(2), Concatenate(\"a\", Axis = 2)",
        "Layer 3 Concatenate: 'dense' of shape (2) and 'a' of shape (2) do not fit together along axis 2; choose an axis from 1 to 1")]
    [InlineData("Input(4), Dense(2), Dense(2, From = \"x\")", "Layer 2 Dense reads 'x', but no layer and no input has this name; those above it are 'input_layer', 'dense'")]
    [InlineData("Input(4, Name = \"x\"), Dense(3), Dense(2, From = \"x\")", "Nothing reads Layer 1 Dense(3); remove it, or read it with From = \"dense\" or a merge")]
    [InlineData(
        "Input(4), Dense(1), Compile(Loss.SparseCategoricalCrossentropy, Optimizer.Sgd)",
        "SparseCategoricalCrossentropy needs at least 2 classes, but Layer 1 Dense(1) left (1); use Loss.BinaryCrossentropy for a single output")]
    [InlineData(
        "Input(4), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Adam, Momentum = 0.5)",
        "Momentum is not a setting of Optimizer.Adam, which has LearningRate, Beta1, Beta2, Epsilon, WeightDecay, AmsGrad; remove it or choose another optimizer")]
    [InlineData(
        "Input(4), Dense(1), Compile(Loss.MeanSquaredError, Optimizer.Sgd, Metrics = new[] { Metric.SparseCategoricalAccuracy })",
        "The metric SparseCategoricalAccuracy does not fit the loss MeanSquaredError; use Metric.Accuracy or Metric.CategoricalAccuracy")]
    [InlineData(
        "Input(4), Dense(3), Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)",
        "Layer 1 Dense(3) leaves any number in shape (3) but CategoricalCrossentropy takes probabilities; use Activation.Softmax")]
    [InlineData(
        "Input(8), Conv1D(4, 3)",
        "Layer 1 Conv1D(4, 3) needs an input of shape (T, C) but Input left (8); add a channel axis with [Reshape(T, 1)], or set ReturnSequences on a recurrent layer")]
    [InlineData("Input(4, 2), Conv1D(4, 3, DilationRate = 2)", "Layer 1 Conv1D(4, 3) needs a 5-step window but Input left 4 steps; use Padding.Same or remove a pooling layer")]
    [InlineData("Input(4, 4, 2), Conv2D(4, 3, Padding = Padding.Causal)", "Layer 1 Conv2D: only Conv1D goes along time and knows Padding.Causal; use Padding.Valid or Padding.Same")]
    [InlineData("Input(4, 4, 2), ZeroPadding2D(1, 2, 3), Flatten", "Layer 1 ZeroPadding2D: PaddingPerAxis must have 2 (vertical, horizontal) or 4 (top, bottom, left, right) entries, but has 3")]
    [InlineData("Input(4, 6, 2), Cropping2D(2, 1), Flatten", "Layer 1 Cropping2D(2, 2, 1, 1) takes off all that Input left, (4, 6, 2); crop less")]
    [InlineData("Input(4, 2), Permute(2, 2), Flatten", "Layer 1 Permute(2, 2) must name each of the 2 axes that Input left, (4, 2), once, as 1 to 2; the batch is not among them")]
    [InlineData(
        "Input(4), Dense(2), Dense(2), Dense(2), Subtract(\"dense\", \"dense_1\", \"dense_2\")",
        "Layer 4 Subtract takes exactly two layers, but has 3; name both sides, or one for the layer above and that one")]
    [InlineData(
        "Input(4), Dense(2), Dense(3), Dot(\"dense\")",
        "Layer 3 Dot can't sum over axis -1 of 'dense_1' with shape (3) and axis -1 of 'dense' with shape (2); choose axes of the same size, counted from 1 or, negative, from the end")]
    [InlineData(
        "Input(4, 3), TimeDistributed, BatchNormalization, Dense(1)",
        "Layer 1 TimeDistributed wraps a layer that works on each sample alone, but BatchNormalization stands below it: its statistics are the batch's; "
            + "without the wrapper it has one set of them, over all steps")]
    [InlineData(
        "Input(4, 3, Name = \"x\"), Dense(3), TimeDistributed, Add(\"x\")",
        "Layer 2 TimeDistributed wraps a layer that works on each sample alone, but Add stands below it: it reads several layers, and merges sequences without a wrapper")]
    [InlineData(
        "Input(4, 3), Bidirectional, Dense(1)", "Layer 1 Bidirectional wraps a recurrent layer, but Dense(1) stands below it: it has no direction; remove the wrapper")]
    [InlineData(
        "Input(8, 8, 4), Conv2D(4, 3, Groups = 2, Algorithm = ConvolutionAlgorithm.WinogradF2)",
        "Layer 1 Conv2D can't be computed by WinogradF2, which is for 3x3 kernels with strides and dilation of 1 and one group, but has 2 groups; "
            + "use ConvolutionAlgorithm.Auto")]
    [InlineData(
        "Input(8, 8, 4), Conv2D(4, 3, StridesPerAxis = new[] { 2, 1 }, Algorithm = ConvolutionAlgorithm.WinogradF4)",
        "Layer 1 Conv2D can't be computed by WinogradF4, which is for 3x3 kernels with strides and dilation of 1 and one group, but has strides of 2x1; "
            + "use ConvolutionAlgorithm.Auto")]
    [InlineData(
        "Input(4, 3), Softmax(Axis = 1)",
        "Layer 1 Softmax: Axis must name the last axis of (4, 3), or the last few where several may be given, the batch being axis 0, but is 1; "
            + "write [Permute(2, 1)] above it and [Permute(2, 1)] below")]
    [InlineData(
        "Input(4, 3, 2), LayerNormalization(Axes = new[] { 1, -1 })",
        "Layer 1 LayerNormalization: Axes must name the last axis of (4, 3, 2), or the last few where several may be given, the batch being axis 0, "
            + "but is [1, -1]; write [Permute(2, 1, 3)] above it, Axes = [-2, -1] on it and [Permute(2, 1, 3)] below")]
    [InlineData(
        "Input(4, 3, 2), UnitNormalization(Axis = 1)",
        "Layer 1 UnitNormalization: Axis must name the last axis of (4, 3, 2), or the last few where several may be given, the batch being axis 0, "
            + "but is 1; write [Permute(2, 3, 1)] above it and [Permute(3, 1, 2)] below")]
    [InlineData(
        "Input(4, 3), GroupNormalization(3, Axis = 0)",
        "Layer 1 GroupNormalization(3): Axis must name the last axis of (4, 3), or the last few where several may be given, the batch being axis 0, "
            + "but is 0; the axes of (4, 3) are 1 to 2")]
    public async Task Of(string layers, string expected)
    {
        GeneratorRun run = await GeneratorRun.Of($"using StaticNets; [StaticNet, {layers}] partial class XorNet;");

        Assert.Equal(expected, Assert.Single(run.Reported).GetMessage());
    }
}
