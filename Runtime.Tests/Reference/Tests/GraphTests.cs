using System;
using System.Linq;
using StaticNets.Tests.Nets;
using StaticNets.Tests.Reference.Layers;
using Xunit;

namespace StaticNets.Tests.Reference.Tests;

/// <summary>How the reference reads a declaration.</summary>
public class GraphTests
{
    [Theory]
    [InlineData("Conv2D", "conv2d")]
    [InlineData("MaxPooling2D", "max_pooling2d")]
    [InlineData("GlobalAveragePooling2D", "global_average_pooling2d")]
    [InlineData("Conv2DTranspose", "conv2d_transpose")]
    [InlineData("LSTM", "lstm")]
    [InlineData("SimpleRNN", "simple_rnn")]
    [InlineData("PReLU", "p_re_lu")]
    [InlineData("InputLayer", "input_layer")]
    public void NamesAreKeras(string kind, string expected) => Assert.Equal(expected, KerasNames.SnakeCase(kind));

    [Fact]
    public void WeightsStandLayerByLayerInKerasLayout()
    {
        ReferenceNet net = ReferenceNet.Of(typeof(ReferenceDigitNet));
        Assert.Equal(225_034, net.ParameterCount);
        Assert.Equal(784, net.InputSize);
        Assert.Equal(10, net.OutputSize);
        string[] expected =
        [
            "conv2d/kernel 3x3x1x32 at 0", "conv2d/bias 32 at 288", "conv2d_1/kernel 3x3x32x64 at 320", "conv2d_1/bias 64 at 18752",
            "dense/kernel 1600x128 at 18816", "dense/bias 128 at 223616", "dense_1/kernel 128x10 at 223744", "dense_1/bias 10 at 225024",
        ];
        Assert.Equal(expected, net.Tensors.Select(tensor =>
            FormattableString.Invariant($"{tensor.Name} {string.Join('x', tensor.Shape)} at {tensor.Offset}")));
        Assert.Equal([0.001, 0, 0, 0, 0.001, 0, 0, 0], net.Tensors.Select(tensor => tensor.L1));
        Assert.Equal([0, 0, 0.001, 0, 0.001, 0, 0, 0], net.Tensors.Select(tensor => tensor.L2));
    }

    [Fact]
    public void MergeOfOneNameReadsTheLayerAboveFirst()
    {
        ReferenceNet net = ReferenceNet.Of(typeof(GraphKept));
        ReferenceNode merge = net.Nodes.Single(node => node.Layer is ConcatenateLayer);
        Assert.Equal(["global_average_pooling2d", "pooled"], merge.Inputs.Select(input => net.Nodes[input].Name));
    }

    [Fact]
    public void NamedLayerIsReadBehindItsActivation()
    {
        ReferenceNet net = ReferenceNet.Of(typeof(GraphThrice));
        ReferenceNode reader = net.Nodes.First(node => node.Name == "b");
        Assert.IsType<ActivationLayer>(net.Nodes[reader.Inputs.Single()].Layer);
        Assert.Equal("shared", net.Nodes[reader.Inputs.Single()].Name);
    }

    [Fact]
    public void SeveralInputsStandOneAfterTheOther()
    {
        ReferenceNet net = ReferenceNet.Of(typeof(GraphTwoInputs));
        Assert.Equal(43, net.InputSize);
        Assert.Equal([0, 40], net.Nodes.Select(node => node.Layer).OfType<InputLayer>().Select(layer => layer.Offset));
    }

    [Fact]
    public void StridesDefaultToThePoolSizeAndMayDifferByAxis()
    {
        Assert.Equal([4, 2, 9], ShapeOf(typeof(PoolUneven), "max_pooling2d_1"));
        Assert.Equal([5, 6, 6], ShapeOf(typeof(PoolAverage), "average_pooling2d"));
        Assert.Equal([3, 3, 17], ShapeOf(typeof(PoolAverage), "average_pooling2d_1"));
        Assert.Equal([3, 2, 17], ShapeOf(typeof(PoolAverage), "average_pooling2d_2"));
    }

    private static int[] ShapeOf(Type net, string layer) => ReferenceNet.Of(net).Nodes.Last(node => node.Name == layer).Layer.OutputShape;
}
