using StaticNets.Generator.Passes;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>A max-pooling goes into the convolution before it.</summary>
public class FusePoolingTests
{
    [Fact]
    public void The_convolution_stores_what_the_pooling_keeps() => PassCase.CheckActivated(
        """
        [Input(8, 8, 2)]
        [Conv2D(3, 3, Activation = Activation.Relu)]
        [MaxPooling2D(2)]
        """.ReplaceLineEndings(" "),
        FusePooling.Run,
        """
        %input_layer = input : (8, 8, 2)
        %conv2d = convolution x=%input_layer @conv2d/kernel @conv2d/bias {activation: Relu, window: 3 of 8 to 6 x 3 of 8 to 6} : (6, 6, 3)
        %max_pooling2d = pooling x=%conv2d {function: Max, window: 2 of 6 to 3, stride 2 x 2 of 6 to 3, stride 2} : (3, 3, 3)
        output max_pooling2d = %max_pooling2d
        """,
        """
        %input_layer = input : (8, 8, 2)
        %conv2d = convolution x=%input_layer @conv2d/kernel @conv2d/bias {activation: Relu, window: 3 of 8 to 6 x 3 of 8 to 6, pool: 2x2} : (3, 3, 3)
        output max_pooling2d = %conv2d
        """);

    [Theory]
    [InlineData("[Conv2D(3, 3)] [MaxPooling2D(2, Strides = 1)]")]
    [InlineData("[Conv2D(3, 3)] [MaxPooling2D(4)]")]
    [InlineData("[Conv2D(3, 3)] [AveragePooling2D(2)]")]
    [InlineData("[Conv2D(3, 3, Activation = Activation.Gelu)] [MaxPooling2D(2)]")]
    [InlineData("[Conv2D(3, 3, Algorithm = ConvolutionAlgorithm.WinogradF4)] [MaxPooling2D(3)]")]
    [InlineData("[Conv2D(2, 3, Groups = 2)] [MaxPooling2D(2)]")]
    public void Others_stay_apart(string layers) => PassCase.CheckUnchanged("[Input(14, 14, 2)] " + layers, FusePooling.Run);
}
