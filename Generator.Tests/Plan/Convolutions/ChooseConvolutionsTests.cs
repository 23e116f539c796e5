using StaticNets.Generator.Plan.Convolutions;
using Xunit;

namespace StaticNets.Generator.Tests.Plan.Convolutions;

/// <summary>Which algorithm each pass of a convolution has, and what it needs for that.</summary>
public sealed class ChooseConvolutionsTests
{
    [Theory]
    [InlineData("Input(14, 14, 32), Conv2D(64, 3)", true)]
    [InlineData("Input(14, 14, 1), Conv2D(64, 3)", false)] // one channel: the transforms are most of the work
    [InlineData("Input(14, 14, 32), Conv2D(64, 5)", false)] // there are no tiles for it
    [InlineData("Input(14, 14, 32), Conv2D(64, 3, Strides = 2)", false)]
    [InlineData("Input(14, 14, 32), Conv2D(64, 3, DilationRate = 2)", false)]
    [InlineData("Input(14, 14, 32), Conv2D(64, 3, Algorithm = ConvolutionAlgorithm.Direct)", false)]
    public void Winograd_where_it_pays(string layers, bool isWinograd) =>
        Assert.Equal(isWinograd, PrintedPlan.OfInference<ConvolutionPlan>(layers).Algorithms.Forward is not null);

    [Theory]
    [InlineData("WinogradF2", 2)]
    [InlineData("WinogradF4", 4)]
    public void What_is_asked_for_is_taken(string algorithm, int tile)
    {
        ConvolutionPlan plan = PrintedPlan.OfInference<ConvolutionPlan>(
            $"Input(14, 14, 1), Conv2D(3, 3, Algorithm = ConvolutionAlgorithm.{algorithm})");

        Assert.Equal(ConvolutionAlgorithms.All(tile), plan.Algorithms);
        Assert.True(plan.Scratch > 0 && plan.Derived.Count == 1);
    }
}
