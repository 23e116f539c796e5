using StaticNets.Generator.Passes;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>Activations that fit in registers go into the operation before them.</summary>
public class FuseActivationsTests
{
    [Fact]
    public void Those_that_fit_go_in() => PassCase.Check(
        """
        [Input(4)]
        [Dense(5, Activation = Activation.Relu)]
        [Dense(6, Activation = Activation.Gelu)]
        [Dense(3)]
        [Activation(Activation.Tanh)]
        [Dense(2)]
        """.ReplaceLineEndings(" "),
        graph => FuseActivations.Run(graph, training: true),
        """
        %input_layer = input : (4)
        %dense = matrix_product x=%input_layer @dense/kernel @dense/bias : (5)
        %dense_relu = activate x=%dense {function: Relu} : (5)
        %dense_1 = matrix_product x=%dense_relu @dense_1/kernel @dense_1/bias : (6)
        %dense_1_gelu = activate x=%dense_1 {function: Gelu} : (6)
        %dense_2 = matrix_product x=%dense_1_gelu @dense_2/kernel @dense_2/bias : (3)
        %activation = activate x=%dense_2 {function: Tanh} : (3)
        %dense_3 = matrix_product x=%activation @dense_3/kernel @dense_3/bias : (2)
        output dense_3 = %dense_3
        """,
        """
        %input_layer = input : (4)
        %dense = matrix_product x=%input_layer @dense/kernel @dense/bias {activation: Relu} : (5)
        %dense_1 = matrix_product x=%dense @dense_1/kernel @dense_1/bias : (6)
        %dense_1_gelu = activate x=%dense_1 {function: Gelu} : (6)
        %dense_2 = matrix_product x=%dense_1_gelu @dense_2/kernel @dense_2/bias : (3)
        %activation = activate x=%dense_2 {function: Tanh} : (3)
        %dense_3 = matrix_product x=%activation @dense_3/kernel @dense_3/bias : (2)
        output dense_3 = %dense_3
        """);

    [Fact]
    public void Those_of_each_step_go_in_as_well() => PassCase.Check(
        """
        [Input(5, 6, 6, 2)]
        [TimeDistributed]
        [Conv2D(3, 3, Activation = Activation.Relu)]
        [TimeDistributed]
        [Flatten]
        [Dense(2)]
        """.ReplaceLineEndings(" "),
        graph => FuseActivations.Run(graph, training: true),
        """
        %input_layer = input : (5, 6, 6, 2)
        %time_distributed_steps = convolution x=%input_layer @time_distributed/conv2d/kernel @time_distributed/conv2d/bias x5 {window: 3 of 6 to 4 x 3 of 6 to 4} : (5, 4, 4, 3)
        %time_distributed_steps_relu = activate x=%time_distributed_steps {function: Relu} : (5, 4, 4, 3)
        %time_distributed_1_steps = view x=%time_distributed_steps_relu x5 : (5, 48)
        %dense = matrix_product x=%time_distributed_1_steps @dense/kernel @dense/bias : (5, 2)
        output dense = %dense
        """,
        """
        %input_layer = input : (5, 6, 6, 2)
        %time_distributed_steps = convolution x=%input_layer @time_distributed/conv2d/kernel @time_distributed/conv2d/bias x5 {activation: Relu, window: 3 of 6 to 4 x 3 of 6 to 4} : (5, 4, 4, 3)
        %time_distributed_1_steps = view x=%time_distributed_steps x5 : (5, 48)
        %dense = matrix_product x=%time_distributed_1_steps @dense/kernel @dense/bias : (5, 2)
        output dense = %dense
        """);

    [Fact]
    public void One_whose_operand_others_read_stays() => PassCase.CheckUnchanged(
        "[Input(4)] [Dense(4, Name = \"a\")] [Activation(Activation.Relu)] [Add(\"a\")] [Dense(2)]",
        graph => FuseActivations.Run(graph, training: true));
}
