using StaticNets.Generator.Passes;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>The last activation goes with its cross-entropy.</summary>
public class FuseLossTests
{
    [Fact]
    public void Training_has_no_softmax_of_its_own() => PassCase.Check(
        """
        [Input(4)]
        [Dense(3, Activation = Activation.Softmax)]
        [Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
        """.ReplaceLineEndings(" "),
        graph => FuseLoss.Run(graph, training: true),
        """
        %input_layer = input : (4)
        %dense = matrix_product x=%input_layer @dense/kernel @dense/bias : (3)
        %dense_softmax = activate x=%dense {function: Softmax} : (3)
        output dense = %dense_softmax loss=CategoricalCrossentropy
        """,
        """
        %input_layer = input : (4)
        %dense = matrix_product x=%input_layer @dense/kernel @dense/bias : (3)
        output dense = %dense loss=CategoricalCrossentropy logits=%dense
        """);

    [Fact]
    public void Predictions_keep_the_softmax() => PassCase.Check(
        """
        [Input(4)]
        [Dense(3, Activation = Activation.Softmax)]
        [Compile(Loss.CategoricalCrossentropy, Optimizer.Sgd)]
        """.ReplaceLineEndings(" "),
        graph => FuseLoss.Run(graph, training: false),
        """
        %input_layer = input : (4)
        %dense = matrix_product x=%input_layer @dense/kernel @dense/bias : (3)
        %dense_softmax = activate x=%dense {function: Softmax} : (3)
        output dense = %dense_softmax loss=CategoricalCrossentropy
        """,
        """
        %input_layer = input : (4)
        %dense = matrix_product x=%input_layer @dense/kernel @dense/bias : (3)
        %dense_softmax = activate x=%dense {function: Softmax} : (3)
        output dense = %dense_softmax loss=CategoricalCrossentropy logits=%dense
        """);

    [Theory]
    [InlineData("Softmax", "MeanSquaredError")]
    [InlineData("Sigmoid", "CategoricalCrossentropy")]
    public void Other_pairs_stay_apart(string activation, string loss) => PassCase.CheckUnchanged(
        $"[Input(4)] [Dense(3, Activation = Activation.{activation})] [Compile(Loss.{loss}, Optimizer.Sgd)]",
        graph => FuseLoss.Run(graph, training: true));
}
