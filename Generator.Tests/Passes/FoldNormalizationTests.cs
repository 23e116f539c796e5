using StaticNets.Generator.Passes;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>A batch normalization goes into the weights before it.</summary>
public class FoldNormalizationTests
{
    [Fact]
    public void Moving_averages_are_a_factor_and_a_summand() => PassCase.CheckInference(
        """
        [Input(6, 6, 2)]
        [Conv2D(3, 3)]
        [BatchNormalization]
        [Activation(Activation.Relu)]
        [Flatten]
        [Dense(2)]
        """.ReplaceLineEndings(" "),
        graph => FoldNormalization.Run(graph, _ => true),
        """
        %input_layer = input : (6, 6, 2)
        %conv2d = convolution x=%input_layer @conv2d/kernel @conv2d/bias {window: 3 of 6 to 4 x 3 of 6 to 4} : (4, 4, 3)
        %batch_normalization = batch_normalization x=%conv2d @batch_normalization/gamma @batch_normalization/beta @batch_normalization/moving_mean! @batch_normalization/moving_variance! {epsilon: 0.001, statistics: moving} : (4, 4, 3)
        %activation = activate x=%batch_normalization {function: Relu} : (4, 4, 3)
        %flatten = view x=%activation : (48)
        %dense = matrix_product x=%flatten @dense/kernel @dense/bias : (2)
        output dense = %dense
        """,
        """
        %input_layer = input : (6, 6, 2)
        %conv2d = convolution x=%input_layer @conv2d/kernel @conv2d/bias {folded: batch_normalization, window: 3 of 6 to 4 x 3 of 6 to 4} : (4, 4, 3)
        %activation = activate x=%conv2d {function: Relu} : (4, 4, 3)
        %flatten = view x=%activation : (48)
        %dense = matrix_product x=%flatten @dense/kernel @dense/bias : (2)
        output dense = %dense
        """);

    [Fact]
    public void One_by_the_batch_stays() => PassCase.CheckUnchanged(
        "[Input(6, 6, 2)] [Conv2D(3, 3)] [BatchNormalization]",
        graph => FoldNormalization.Run(graph, _ => true));

    [Fact]
    public void One_behind_an_activation_stays() => PassCase.CheckUnchanged(
        "[Input(6, 6, 2)] [Conv2D(3, 3, Activation = Activation.Relu)] [BatchNormalization(Frozen = true)]",
        graph => FoldNormalization.Run(graph, _ => true));
}
