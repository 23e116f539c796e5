using StaticNets.Generator.Passes;
using Xunit;

namespace StaticNets.Generator.Tests.Passes;

/// <summary>The backward pass goes on to the inputs that somebody hands a gradient on to.</summary>
public class WantInputGradientsTests
{
    [Fact]
    public void Not_to_indexes() => PassCase.Check(
        """
        [Input(2, Name = "words")]
        [Input(3, Name = "numbers")]
        [Embedding(5, 4, From = "words")]
        [Flatten(Name = "a")]
        [Dense(8, From = "numbers", UseBias = false)]
        [Add("a")]
        [Compile(Optimizer.Sgd)]
        """.ReplaceLineEndings(" "),
        WantInputGradients.Run,
        """
        %words = input : (2)
        %numbers = input : (3)
        %embedding = gather x=%words @embedding/embeddings : (2, 4)
        %a = view x=%embedding : (8)
        %dense = matrix_product x=%numbers @dense/kernel : (8)
        %add = merge x0=%dense x1=%a {function: Add} : (8)
        output add = %add
        """,
        """
        %words = input : (2)
        %numbers = input {gradient: wanted} : (3)
        %embedding = gather x=%words @embedding/embeddings : (2, 4)
        %a = view x=%embedding : (8)
        %dense = matrix_product x=%numbers @dense/kernel : (8)
        %add = merge x0=%dense x1=%a {function: Add} : (8)
        output add = %add
        """);
}
