using StaticNets.Generator.Passes;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>Outputs of one value get a gradient each.</summary>
public class SeparateOutputsTests
{
    [Fact]
    public void A_view_of_another_output_becomes_a_copy() => PassCase.Check(
        """
        [Input(4)]
        [Dense(4, Name = "a")]
        [Reshape(2, 2)]
        [Output("a", Loss.MeanSquaredError)]
        [Compile(Loss.MeanSquaredError, Optimizer.Sgd)]
        """.ReplaceLineEndings(" "),
        SeparateOutputs.Run,
        """
        %input_layer = input : (4)
        %a = matrix_product x=%input_layer @a/kernel @a/bias : (4)
        %reshape = view x=%a : (2, 2)
        output a = %a loss=MeanSquaredError
        output reshape = %reshape loss=MeanSquaredError
        """,
        """
        %input_layer = input : (4)
        %a = matrix_product x=%input_layer @a/kernel @a/bias : (4)
        %reshape = view x=%a : (2, 2)
        %reshape_copy = concatenate x0=%reshape {rows: 2} : (2, 2)
        output a = %a loss=MeanSquaredError
        output reshape = %reshape_copy loss=MeanSquaredError
        """);
}
