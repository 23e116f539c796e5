using StaticNets.Generator.Passes;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>Several outputs stand side by side in the end.</summary>
public class GatherOutputsTests
{
    [Fact]
    public void Outputs_become_one_value() => PassCase.Check(
        """
        [Input(4)]
        [Dense(3, Name = "a")]
        [Dense(2)]
        [Output("a")]
        """.ReplaceLineEndings(" "),
        GatherOutputs.Run,
        """
        %input_layer = input : (4)
        %a = matrix_product x=%input_layer @a/kernel @a/bias : (3)
        %dense = matrix_product x=%a @dense/kernel @dense/bias : (2)
        output a = %a
        output dense = %dense
        """,
        """
        %input_layer = input : (4)
        %a = matrix_product x=%input_layer @a/kernel @a/bias : (3)
        %dense = matrix_product x=%a @dense/kernel @dense/bias : (2)
        %outputs = concatenate x0=%a x1=%dense {rows: 1} : (5)
        output a = %a
        output dense = %dense
        """);

    [Fact]
    public void One_output_stays() => PassCase.CheckUnchanged("[Input(4)] [Dense(3)]", GatherOutputs.Run);
}
