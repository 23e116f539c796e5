using System;
using System.Linq;
using StaticNets.Tests.Nets;
using Xunit;

namespace StaticNets.Tests.Checks;

/// <summary>NaN stays NaN wherever it stands: a maximum of it and a number is no number.</summary>
public class NanTests
{
    [Fact]
    public void A_window_hides_none() => EachInput(new NanWindow(), NanWindow.InputSize, NanWindow.OutputSize, (_, outputs) => outputs);

    [Fact]
    public void The_largest_of_all_positions_hides_none() =>
        EachInput(new NanPositions(), NanPositions.InputSize, NanPositions.OutputSize, (place, outputs) => [outputs[place % 17]]);

    [Fact]
    public void Merges_hide_none() =>
        EachInput(new NanMerges(), NanMerges.InputSize, NanMerges.OutputSize, (place, outputs) => [outputs[place % 3], outputs[3 + (place % 3)]]);

    [Fact]
    public void Fused_poolings_hide_none()
    {
        EachInput(new NanFused(), NanFused.InputSize, NanFused.OutputSize, (place, outputs) => Window(outputs, place / 3, (4, 6), (2, 3), 17));
        EachInput(new NanPlanar(), NanPlanar.InputSize, NanPlanar.OutputSize, (place, outputs) => Window(outputs, place, (4, 34), (2, 2), 3));
        EachInput(new NanWinograd(), NanWinograd.InputSize, NanWinograd.OutputSize, (_, outputs) => [outputs.First(float.IsNaN)]);
    }

    [Fact]
    public void Bounds_hide_none()
    {
        EachInput(new NanBounds(), NanBounds.InputSize, NanBounds.OutputSize, (place, outputs) => [outputs[place]]);
        EachInput(new NanSparsemax(), NanSparsemax.InputSize, NanSparsemax.OutputSize, (_, outputs) => outputs);
    }

    [Fact]
    public void The_loss_of_a_training_step_is_NaN()
    {
        NanTrained net = new(seed: 1);
        for (int place = 0; place < NanTrained.InputSize; place++)
        {
            using NanTrained.Trainer trainer = net.CreateTrainer();
            float[] inputs = [.. Enumerable.Range(0, NanTrained.InputSize).Select(i => i == place ? float.NaN : i)];
            Assert.Equal(float.NaN, trainer.ComputeGradients(inputs, [1f]));
        }
    }

    private static float[] Window(float[] outputs, int pixel, (int Rows, int Columns) image, (int Rows, int Columns) window, int channels)
    {
        int row = pixel / image.Columns / window.Rows;
        int column = pixel % image.Columns / window.Columns;
        int first = ((row * (image.Columns / window.Columns)) + column) * channels;
        return outputs[first..(first + channels)];
    }

    /// <summary>With NaN at one input after the other, some outputs are NaN.</summary>
    private static void EachInput<TNet>(TNet net, int inputSize, int outputSize, Func<int, float[], float[]> poisoned)
        where TNet : class, IStaticNet<TNet>
    {
        for (int place = 0; place < inputSize; place++)
        {
            float[] inputs = [.. Enumerable.Range(0, inputSize).Select(i => i == place ? float.NaN : i - 3)];
            float[] outputs = new float[outputSize];
            net.Predict(inputs, outputs);
            Assert.All(poisoned(place, outputs), output => Assert.Equal(float.NaN, output));
        }
    }
}
