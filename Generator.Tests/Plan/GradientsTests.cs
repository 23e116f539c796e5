using System.Collections.Generic;
using System.Linq;
using System.Threading;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Passes;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Plan;

/// <summary>Which values need a gradient: those that depend on a trained weight, as far as one goes through.</summary>
public sealed class GradientsTests
{
    [Theory]
    [InlineData("Input(4, Name = \"in\"), Dense(3, Name = \"a\"), Dense(2, Name = \"b\")", "a, b")]
    [InlineData("Input(4, Name = \"in\"), Dense(3, Name = \"a\", Frozen = true), Dense(2, Name = \"b\")", "b")]
    [InlineData("Input(4, Name = \"in\"), Dense(3, Name = \"a\"), Dense(2, Name = \"b\", Frozen = true)", "a, b")]
    [InlineData("Input(4, Name = \"in\"), Dropout(0.5, Name = \"a\"), Dense(2, Name = \"b\")", "b")]
    [InlineData("Input(4, Name = \"in\"), Dense(4, Name = \"a\"), Add(\"in\", Name = \"b\")", "a, b")]
    public void By_layer(string layers, string expected)
    {
        Graph graph = PassPipeline.ForTraining(
            Graphs.Of($"[{layers}, Compile(Loss.MeanSquaredError, Optimizer.Sgd)]"), CancellationToken.None);
        ISet<Value> gradients = Gradients.Of(graph);

        IEnumerable<Value> values = graph.Operations.Select(operation => operation.Result).Where(gradients.Contains);
        Assert.Equal(expected, string.Join(", ", values.Select(value => value.Name)));
    }

    [Theory]
    [InlineData("Input(4, Name = \"in\"), Dense(3, Name = \"a\", Frozen = true), Dense(2, Name = \"b\")", "in, a, b")]
    [InlineData("Input(4, Name = \"in\"), Embedding(5, 3, Name = \"a\"), Flatten(Name = \"b\")", "a, b")]
    [InlineData("Input(4, Name = \"in\"), Embedding(5, 4, Name = \"a\"), Multiply(\"in\", Name = \"b\")", "in, a, b")]
    public void By_layer_with_those_of_the_inputs(string layers, string expected)
    {
        Graph graph = PassPipeline.ForTraining(Graphs.Of($"[{layers}, Compile(Optimizer.Sgd)]"), CancellationToken.None, inputGradients: true);
        ISet<Value> gradients = Gradients.Of(graph);

        IEnumerable<Value> values = graph.Operations.Select(operation => operation.Result).Where(gradients.Contains);
        Assert.Equal(expected, string.Join(", ", values.Select(value => value.Name)));
    }
}
