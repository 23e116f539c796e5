using System;
using StaticNets.Tests.Reference.Losses;
using Xunit;

namespace StaticNets.Tests.Reference.Tests;

public class LossTests
{
    /// <summary>Keras' check value has a label smoothing of 0.1; the smoothed targets are 0.9 t + 0.1 / 3.</summary>
    [Fact]
    public void CategoricalCrossentropyIsKeras() =>
        Assert.Equal(0.4632973812, Value(new CategoricalCrossentropy(), [0.1, 0.7, 0.2], [0.1 / 3, 0.9 + (0.1 / 3), 0.1 / 3]), 1e-9);

    [Fact]
    public void CategoricalCrossentropyNormalizes() =>
        Assert.Equal(-Math.Log(0.7), Value(new CategoricalCrossentropy(), [0.2, 1.4, 0.4], [0, 1, 0]), 1e-12);

    [Fact]
    public void BinaryCrossentropyIsKeras() =>
        Assert.Equal(0.2797765636, Value(new BinaryCrossentropy(), [0.9, 0.2, 0.6], [1, 0, 1]), 1e-9);

    [Fact]
    public void LabelsAreSmoothedAsInKeras() => Assert.Equal(
        0.4632973812, Value(ReferenceLoss.Of(Loss.CategoricalCrossentropy, null, new LossSettings(LabelSmoothing: 0.1)), [0.1, 0.7, 0.2], [0, 1, 0]), 1e-9);

    [Fact]
    public void FocalCrossentropyIsKeras() =>
        Assert.Equal(0.0305704823, Value(new BinaryFocalCrossentropy(new LossSettings(), fromLogits: false), [0.9, 0.2, 0.6], [1, 0, 1]), 1e-9);

    [Theory]
    [InlineData(Loss.Huber, 0.5, 0, 0.125)]
    [InlineData(Loss.Huber, 3, 0, 2.5)]
    [InlineData(Loss.LogCosh, 0.5, 0, 0.1201145070)]
    [InlineData(Loss.LogCosh, -3, 0, 2.3093285046)]
    [InlineData(Loss.MeanAbsolutePercentageError, 3, -2, 250)]
    [InlineData(Loss.Hinge, 0.25, 0, 1.25)]
    [InlineData(Loss.Hinge, 0.25, 1, 0.75)]
    [InlineData(Loss.SquaredHinge, 0.5, -1, 2.25)]
    [InlineData(Loss.CosineSimilarity, 0.5, -1, 1)]
    public void ErrorsAreKeras(Loss loss, double y, double t, double expected) => Assert.Equal(expected, Value(ReferenceLoss.Of(loss, null), [y], [t]), 1e-9);

    [Fact]
    public void CategoricalHingeComparesTheBestWrongClass()
    {
        Assert.Equal(1.5 - 0.25 + 1, Value(new CategoricalHinge(), [0.25, 1.5, -1], [1, 0, 0]), 1e-12);
        Assert.Equal([-1.0, 1.0, 0.0], Derivative(new CategoricalHinge(), [0.25, 1.5, -1], [1, 0, 0]));
        Assert.Equal(0, Value(new CategoricalHinge(), [3, 1.5, -1], [1, 0, 0]));
    }

    [Fact]
    public void ProbabilitiesAreClipped()
    {
        Assert.Equal(-Math.Log(1e-7), Value(new CategoricalCrossentropy(), [1, 0], [0, 1]), 1e-12);
        Assert.Equal(-Math.Log(1e-7), Value(new BinaryCrossentropy(), [0], [1]), 1e-12);
        Assert.Equal([0.0, 0.0], Derivative(new CategoricalCrossentropy(), [1, 0], [0, 1]));
        Assert.Equal([0.0], Derivative(new BinaryCrossentropy(), [0], [1]));
    }

    [Fact]
    public void LogitsAreNotClipped()
    {
        Assert.Equal(200, Value(new SoftmaxCrossentropy(), [100, -100], [0, 1]), 1e-12);
        Assert.Equal(100, Value(new SigmoidCrossentropy(), [-100], [1]), 1e-12);
        Assert.Equal([1.0, -1.0], Derivative(new SoftmaxCrossentropy(), [100, -100], [0, 1]));
    }

    [Fact]
    public void FusedLossesAgreeWithThoseOfProbabilities()
    {
        double[] z = [0.3, -1.2, 0.8];
        double[] p = Activations.SoftmaxFunction.Forward(z, 3);
        double[] s = Array.ConvertAll(z, Activations.ElementwiseFunction.Sigmoid);
        double[] t = [0.2, 0.5, 0.3];
        Assert.Equal(Value(new CategoricalCrossentropy(), p, t), Value(new SoftmaxCrossentropy(), z, t), 1e-12);
        Assert.Equal(Value(new BinaryCrossentropy(), s, t), Value(new SigmoidCrossentropy(), z, t), 1e-12);
    }

    [Fact]
    public void ErrorsAreMeansOverTheRow()
    {
        Assert.Equal((1 + 9) / 2.0, Value(new MeanSquaredError(), [1, 5], [2, 2]));
        Assert.Equal([-1.0, 3.0], Derivative(new MeanSquaredError(), [1, 5], [2, 2]));
        Assert.Equal((1 + 3) / 2.0, Value(new MeanAbsoluteError(), [1, 5], [2, 2]));
        Assert.Equal([-0.5, 0.0], Derivative(new MeanAbsoluteError(), [1, 2], [2, 2]));
    }

    [Theory]
    [InlineData(Loss.CategoricalCrossentropy, Activation.Softmax, true)]
    [InlineData(Loss.SparseCategoricalCrossentropy, Activation.Softmax, true)]
    [InlineData(Loss.BinaryCrossentropy, Activation.Sigmoid, true)]
    [InlineData(Loss.CategoricalCrossentropy, Activation.Sigmoid, false)]
    [InlineData(Loss.BinaryCrossentropy, Activation.Softmax, false)]
    [InlineData(Loss.MeanSquaredError, Activation.Softmax, false)]
    [InlineData(Loss.SparseCategoricalCrossentropy, null, false)]
    public void OnlyFittingPairsAreFused(Loss loss, Activation? output, bool fused) =>
        Assert.Equal(fused, ReferenceLoss.Of(loss, output).FromLogits);

    private static double Value(ReferenceLoss loss, double[] y, double[] t) => loss.Value(y, t);

    private static double[] Derivative(ReferenceLoss loss, double[] y, double[] t)
    {
        double[] dy = new double[y.Length];
        loss.Derive(y, t, dy);
        return dy;
    }
}
