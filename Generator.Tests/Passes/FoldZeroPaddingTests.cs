using StaticNets.Generator.Passes;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>A convolution leaves zeros out instead of reading them.</summary>
public class FoldZeroPaddingTests
{
    [Fact]
    public void Zeros_become_the_padding_of_the_convolution() => PassCase.Check(
        """
        [Input(6, 6, 2)]
        [ZeroPadding2D(1)]
        [Conv2D(3, 3)]
        """.ReplaceLineEndings(" "),
        FoldZeroPadding.Run,
        """
        %input_layer = input : (6, 6, 2)
        %zero_padding2d = pad x=%input_layer {margins: 1 1 1 1} : (8, 8, 2)
        %conv2d = convolution x=%zero_padding2d @conv2d/kernel @conv2d/bias {window: 3 of 8 to 6 x 3 of 8 to 6} : (6, 6, 3)
        output conv2d = %conv2d
        """,
        """
        %input_layer = input : (6, 6, 2)
        %conv2d = convolution x=%input_layer @conv2d/kernel @conv2d/bias {window: 3 of 6 to 6, before 1 x 3 of 6 to 6, before 1} : (6, 6, 3)
        output conv2d = %conv2d
        """);

    [Fact]
    public void Zeros_on_which_a_window_would_lie_alone_stay() => PassCase.CheckUnchanged(
        "[Input(6, 6, 2)] [ZeroPadding2D(4)] [Conv2D(3, 3)]",
        FoldZeroPadding.Run);

    [Fact]
    public void Zeros_that_others_read_stay() => PassCase.CheckUnchanged(
        "[Input(6, 6, 2)] [ZeroPadding2D(1, Name = \"zeros\")] [Conv2D(2, 3, Padding = Padding.Same)] [Add(\"zeros\")]",
        FoldZeroPadding.Run);
}
