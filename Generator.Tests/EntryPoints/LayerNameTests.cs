using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.EntryPoints;

/// <summary>Layers may have any name: the net learns what it learns when they are called something else, to the bit.</summary>
public sealed class LayerNameTests
{
    private const string Sequence =
        "Input(5, 3, Name = \"{0}\"), LSTM(8, ReturnSequences = true, Name = \"{1}\"), LSTM(4, ReturnSequences = true, Name = \"{2}\"), "
        + "Bidirectional(Name = \"{3}\"), GRU(3, ReturnSequences = true), BatchNormalization(Name = \"{4}\"), MultiHeadAttention(1, 2, Name = \"{5}\"), "
        + "Flatten(Name = \"{6}\"), Dense(4, Activation = Activation.Gelu, ActivityL1 = 0.01, Name = \"{7}\"), Dense(2, Name = \"{8}\"), "
        + "Compile(Loss.MeanSquaredError, Optimizer.Sgd)";

    private const string Image =
        "Input(8, 8, 8, Name = \"{0}\"), Conv2D(16, 3, Name = \"{1}\", Algorithm = ConvolutionAlgorithm.WinogradF2), "
        + "Conv2D(16, 3, Name = \"{2}\", Algorithm = ConvolutionAlgorithm.WinogradF4), BatchNormalization(Name = \"{3}\"), "
        + "MaxPooling2D(2, Name = \"{4}\"), Flatten(Name = \"{5}\"), Dropout(0.2, Name = \"{6}\"), Dense(4, Name = \"{7}\"), Output(\"{7}\", Loss.MeanSquaredError), "
        + "Dense(2, Name = \"{8}\"), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";

    private const string Frozen =
        "Input(5, 5, 2, Name = \"{0}\"), Conv2D(4, 3, Frozen = true, Name = \"{1}\"), BatchNormalization(Frozen = true, Name = \"{2}\"), "
        + "SeparableConv2D(3, 2, Frozen = true, Name = \"{3}\"), Flatten(Name = \"{4}\"), Dense(5, Name = \"{5}\"), Dense(4, Name = \"{6}\"), "
        + "Dense(3, Name = \"{7}\"), Dense(2, Name = \"{8}\"), Compile(Loss.MeanSquaredError, Optimizer.Sgd)";

    [Theory]
    [InlineData(Sequence, "memory", "scratch", "w", "n", "end", "worker", "first", "workspace", "array")]
    [InlineData(Sequence, "d", "gates", "d_gates", "dd", "conv", "math", "unsafe", "vector", "dw")]
    [InlineData(Sequence, "n0", "lstm", "lstm_gates", "lstm_packed", "lstm_cells_gradient", "losses", "targets", "outputs", "per_sample")]
    [InlineData(Sequence, "x", "bias", "kernel", "x_kernel", "x_gradient", "weights", "buffers", "derived", "forward")]
    [InlineData(Sequence, "a", "A", "a_", "_a", "a_2", "A 2", "a-2", "1", "§")]
    [InlineData(Image, "end", "conv", "conv_transformed", "conv_gradient", "conv_forward", "conv_input_transform", "d_conv", "scratch", "memory")]
    [InlineData(Image, "loss", "predict", "weight_gradients", "forward_backward", "forward", "per_worker", "n1", "worker", "mean_squared_error")]
    [InlineData(Image, "class", "int", "var", "value", "add", "field", "record", "when", "global")]
    [InlineData(Frozen, "first", "n", "frozen", "frozen_folded_kernel", "frozen_depthwise", "frozen_pointwise", "folded", "scratch", "workspace")]
    [InlineData(Frozen, "run", "run_frozen_layers", "w", "w_folded_bias", "memory", "dw", "n0", "end", "worker")]
    public async Task Change_nothing(string layers, params string[] names)
    {
        string[] neutral = [.. Enumerable.Range(0, names.Length).Select(i => "layer" + (char)('a' + i) + "z")];

        float[] expected = await Train(layers, neutral);
        float[] actual = await Train(layers, names);

        Assert.All(expected, value => Assert.True(float.IsFinite(value)));
        Assert.Equal(expected, actual);
    }

    private static async Task<float[]> Train(string layers, string[] names)
    {
        string attributes = string.Format(CultureInfo.InvariantCulture, layers, [.. names.Cast<object>()]);
        GeneratorRun run = await GeneratorRun.OfTarget("v2", $"using StaticNets; [StaticNet, {attributes}] public sealed partial class Net;");
        run.AssertReported();
        run.AssertAddsNoErrors();
        using LoadedAssembly loaded = new(run.After);
        return (float[])typeof(LayerNameTests).GetMethod(nameof(TrainNet), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(loaded.GetType("Net"))
            .Invoke(null, null)!;
    }

    private static float[] TrainNet<T>()
        where T : class, ITrainableNet<T>
    {
        const int Count = 5;
        T net = T.Create(seed: 3);
        using ITrainer trainer = net.CreateTrainer(new TrainerOptions { Threads = 2 });
        float[] inputs = [.. Enumerable.Range(0, Count * T.Info.InputSize).Select(i => MathF.Sin(i * 0.7f))];
        float[] targets = [.. Enumerable.Range(0, Count * T.Info.OutputSize).Select(i => MathF.Cos(i))];
        float[] outputs = new float[Count * T.Info.OutputSize];
        for (int step = 0; step < 3; step++)
        {
            trainer.Step(new Batch { Count = Count, Inputs = inputs, Targets = targets });
        }

        net.Predict(inputs, outputs);
        return [.. net.Parameters, .. trainer.Outputs, .. outputs];
    }
}
