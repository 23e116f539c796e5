using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace StaticNets.Training.Tests.Weights;

[Collection(AloneCollection.Name)]
public sealed class WeightTests
{
    [Fact]
    public void A_weight_is_the_part_of_the_parameters_that_has_its_name()
    {
        PointNet net = new();
        int at = 0;
        foreach (TensorInfo tensor in net.GetInfo().Tensors)
        {
            Span<float> weight = net.GetWeight(tensor.Name);
            Assert.True(weight == net.Parameters.Slice(at, weight.Length));
            Assert.Equal(tensor.Shape.Aggregate(1, (product, size) => product * size), weight.Length);
            at += weight.Length;
        }

        Assert.Equal(PointNet.ParameterCount, at);
        KeyNotFoundException error = Assert.Throws<KeyNotFoundException>(() => net.GetWeight("dense_2/kernel").Length);
        Assert.Equal(
            "PointNet has no weight 'dense_2/kernel'; it has: dense/kernel, dense/bias, dense_1/kernel, dense_1/bias.", error.Message);
    }

    [Fact]
    public void A_weight_that_is_written_to_changes_the_predictions()
    {
        TorchDenseNet net = new();
        float[] outputs = new float[TorchDenseNet.OutputSize];
        net.Predict(new float[TorchDenseNet.InputSize], outputs);
        net.GetWeight("dense_1/bias")[2] = 50;
        net.Predict(new float[TorchDenseNet.InputSize], outputs);
        Assert.Equal([0f, 0, 1], outputs.Select(output => MathF.Round(output)));
    }

    [Fact]
    public void A_gradient_is_the_part_of_the_gradients_that_has_the_weights_name()
    {
        PointNet net = new();
        using PointNet.Trainer trainer = net.CreateTrainer();
        trainer.ComputeGradients(Samples.Values(8, 1), [0, 1]);
        Assert.True(trainer.GetGradient("dense_1/bias") == trainer.Gradients[^3..]);
        Assert.True(trainer.GetGradient("dense_1/bias").ContainsAnyExcept(0f));
    }

    [Fact]
    public void Classes_are_the_places_of_the_largest_outputs()
    {
        int[] classes = new int[3];
        new PointNet().GetClasses([0.2f, 0.5f, 0.3f, 0.6f, 0.2f, 0.2f, 0.1f, 0.1f, 0.8f], classes);
        Assert.Equal([1, 0, 2], classes);
        new BinaryNet().GetClasses([0.5f, 0.6f, 0.1f], classes);
        Assert.Equal([0, 1, 0], classes);
        Assert.Throws<ArgumentException>(() => new PointNet().GetClasses(new float[8], classes));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        PointNet net = new();
        float[] outputs = new float[PointNet.OutputSize];
        int[] classes = new int[1];
        Allocation.None(() =>
        {
            net.GetWeight("dense_1/kernel")[0] += 1;
            net.GetClasses(outputs, classes);
        });
    }
}
