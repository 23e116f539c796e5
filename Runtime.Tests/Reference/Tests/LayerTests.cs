using System;
using System.Linq;
using StaticNets.Tests.Reference.Layers;
using Xunit;

namespace StaticNets.Tests.Reference.Tests;

/// <summary>Layers against numbers worked out by hand.</summary>
public class LayerTests
{
    private static readonly double[] s_nine = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Fact]
    public void ValidConvolutionIsACrossCorrelation() =>
        Assert.Equal([37.5, 47.5, 67.5, 77.5], Convolve(s_nine, 3, 2, 1, 1, Padding.Valid, [1, 2, 3, 4, 0.5]));

    [Fact]
    public void SameConvolutionOfAnEvenKernelPadsAtTheEnd() =>
        Assert.Equal([37, 47, 21, 67, 77, 33, 23, 26, 9], Convolve(s_nine, 3, 2, 1, 1, Padding.Same, [1, 2, 3, 4, 0]));

    [Fact]
    public void SameConvolutionWithStride() =>
        Assert.Equal([37, 21, 23, 9], Convolve(s_nine, 3, 2, 2, 1, Padding.Same, [1, 2, 3, 4, 0]));

    /// <summary>Height 6, stride 2: one row of padding, below.</summary>
    [Fact]
    public void StridedSameConvolutionIsAsymmetric()
    {
        Conv2DLayer layer = new(new WindowAxis(6, 3, 2, 1, Padding.Same), new WindowAxis(1, 1, 1, 1, Padding.Same), 1, Weights(3, 1, 1, 1));
        Assert.Equal([321, 543, 65], layer.Forward([[1, 2, 3, 4, 5, 6]], [1, 10, 100, 0]));
    }

    [Fact]
    public void DilatedConvolution()
    {
        Conv2DLayer layer = new(new WindowAxis(5, 3, 1, 2, Padding.Same), new WindowAxis(1, 1, 1, 1, Padding.Same), 1, Weights(3, 1, 1, 1));
        Assert.Equal([310, 420, 531, 42, 53], layer.Forward([[1, 2, 3, 4, 5]], [1, 10, 100, 0]));
    }

    /// <summary>Two channels, two filters: the kernel's last axis is the filter, the one before it the channel.</summary>
    [Fact]
    public void ConvolutionReadsItsKernelAsHwio()
    {
        Conv2DLayer layer = new(new WindowAxis(1, 1, 1, 1, Padding.Valid), new WindowAxis(1, 1, 1, 1, Padding.Valid), 1, Weights(1, 1, 2, 2));
        Assert.Equal([3 + 200 + 0.5, 30 + 2000 + 0.25], layer.Forward([[3, 2]], [1, 10, 100, 1000, 0.5, 0.25]));
    }

    [Fact]
    public void DenseRunsOverTheLastAxis()
    {
        DenseLayer layer = new([2, 2], Weights(2, 3));
        Assert.Equal([2, 3], layer.OutputShape);
        Assert.Equal([91, 122, 153, 173, 226, 279], layer.Forward([[1, 2, 3, 4]], [1, 2, 3, 40, 50, 60, 10, 20, 30]));
    }

    [Fact]
    public void SamePoolingLeavesPaddingOut()
    {
        WindowAxis axis = new(3, 2, 2, 1, Padding.Same);
        double[] x = [.. s_nine.Select(value => value - 10)];
        Assert.Equal([-5, -4, -2, -1], new MaxPooling2DLayer(axis, axis, [axis.Output, axis.Output, 1]).Forward([x], []));
        Assert.Equal([-7, -5.5, -2.5, -1], new AveragePooling2DLayer(axis, axis, [axis.Output, axis.Output, 1]).Forward([x], []));
    }

    [Fact]
    public void FirstOfEqualMaximaTakesTheGradient()
    {
        WindowAxis axis = new(2, 2, 2, 1, Padding.Valid);
        double[][] dx = new MaxPooling2DLayer(axis, axis, [axis.Output, axis.Output, 1]).Backward([[1, 4, 4, 4]], [4], [7], [], []);
        Assert.Equal([0, 7, 0, 0], dx[0]);
    }

    [Fact]
    public void AverageOfACutWindowSpreadsOverWhatItHas()
    {
        WindowAxis axis = new(3, 2, 2, 1, Padding.Same);
        double[][] dx = new AveragePooling2DLayer(axis, axis, [axis.Output, axis.Output, 1]).Backward([s_nine], new double[4], [4, 2, 2, 1], [], []);
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 1], dx[0]);
    }

    [Fact]
    public void GlobalAverageRunsOverPixels()
    {
        GlobalAveragePooling2DLayer layer = new([1, 3, 2], keepDims: true);
        Assert.Equal([1, 1, 2], layer.OutputShape);
        Assert.Equal([2, 20], layer.Forward([[1, 10, 2, 20, 3, 30]], []), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void ConcatenatePutsRunsSideBySide()
    {
        ConcatenateLayer channels = new([2, 3], axis: 1);
        Assert.Equal([1, 2, 5, 3, 4, 6], channels.Forward([[1, 2, 3, 4], [5, 6]], []));
        Assert.Equal([5, 6], channels.Backward([new double[4], new double[2]], [], [1, 2, 5, 3, 4, 6], [], [])[1]);
        Assert.Equal([1, 2, 3, 4, 5, 6], new ConcatenateLayer([3, 2], axis: 0).Forward([[1, 2, 3, 4], [5, 6]], []));
    }

    [Fact]
    public void DropoutScalesWhatItKeeps()
    {
        DropoutLayer layer = new([3], rate: 0.75);
        double[][] x = [[1, 2, 3]];
        Assert.Equal([1, 2, 3], layer.ForwardBatch([x], 1, [], training: true)[0]);
        layer.Draws = (_, place) => place == 1 ? 1 : 0;
        Assert.Equal([1, 2, 3], layer.ForwardBatch([x], 1, [], training: false)[0]);
        Assert.Equal([0, 8, 0], layer.ForwardBatch([x], 1, [], training: true)[0]);
        Assert.Equal([0, 4, 0], layer.BackwardBatch([x], [], [[1, 1, 1]], [], [])[0][0]);
    }

    [Fact]
    public void AlphaDropoutKeepsMeanAndVariance()
    {
        AlphaDropoutLayer layer = new([3], rate: 0.1) { Draws = (_, place) => place == 1 ? 0 : 1 };
        const double A = 0.92128452;
        const double B = 0.16197097;
        double[] expected = [A + B, (A * -1.7580993408473766) + B, (3 * A) + B];
        Assert.Equal(expected, layer.ForwardBatch([[[1, 2, 3]]], 1, [], training: true)[0], (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Theory]
    [InlineData(5, 3, 1, 1)]
    [InlineData(6, 3, 2, 0)]
    [InlineData(7, 3, 2, 1)]
    [InlineData(5, 2, 1, 0)]
    [InlineData(224, 7, 2, 2)]
    [InlineData(4, 1, 2, 0)]
    public void SamePaddingSplitsAsKerasDoes(int input, int taps, int stride, int before)
    {
        WindowAxis axis = new(input, taps, stride, 1, Padding.Same);
        Assert.Equal((input + stride - 1) / stride, axis.Output);
        Assert.Equal(before, Enumerable.Range(0, taps).Count(tap => axis.Position(0, tap) < 0));
    }

    [Fact]
    public void TooLargeWindowIsRefused() => Assert.Throws<ArgumentException>(() => new WindowAxis(4, 3, 1, 2, Padding.Valid));

    private static double[] Convolve(double[] x, int size, int taps, int stride, int dilation, Padding padding, double[] w)
    {
        WindowAxis axis = new(size, taps, stride, dilation, padding);
        return new Conv2DLayer(axis, axis, 1, Weights(taps, taps, 1, 1)).Forward([x], w);
    }

    private static ReferenceTensor[] Weights(params int[] kernel) => [new("kernel", kernel), new("bias", [kernel[^1]])];
}
