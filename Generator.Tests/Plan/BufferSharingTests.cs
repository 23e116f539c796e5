using System.Collections.Generic;
using System.Linq;
using System.Threading;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Passes;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Tests.Helpers;
using Xunit;

namespace StaticNets.Generator.Tests.Plan;

/// <summary>Which results take the place of their operand.</summary>
public sealed class BufferSharingTests
{
    private const string Compile = ", Compile(Loss.MeanSquaredError, Optimizer.Sgd)]";

    [Theory]
    [InlineData("Input(4), Dense(3), Reshape(3, 1)", "reshape")] // a view
    [InlineData("Input(4), Dense(3), Softmax", "softmax")]
    [InlineData("Input(4), Softmax", "softmax")] // predictions copy their inputs
    [InlineData("Input(4), Dense(3, Name = \"a\"), Softmax, Add(\"a\")", "")] // somebody else reads the operand
    public void In_predictions(string layers, string expected)
    {
        Graph graph = PassPipeline.ForInference(Graphs.Of("[" + layers + "]"), CancellationToken.None);

        Assert.Equal(expected, Sharing(graph, BufferSharing.OfInference(graph)));
    }

    [Theory]
    [InlineData("Input(4), Dense(3), Reshape(3, 1)", "reshape")]
    [InlineData("Input(4), Dense(3), Softmax, Dense(2)", "softmax")]
    [InlineData("Input(4), Softmax, Dense(2)", "")] // a batch is the caller's
    [InlineData("Input(4), Dense(3), Activation(Activation.Gelu), Dense(2)", "")] // its backward pass reads the operand
    [InlineData("Input(4), Dense(3), Softmax, Dropout(0.5), Dense(2)", "softmax")] // softmax reads its result again
    public void In_training(string layers, string expected)
    {
        Graph graph = PassPipeline.ForTraining(Graphs.Of("[" + layers + Compile), CancellationToken.None);
        var plan = TrainingPlan.Of(graph, CancellationToken.None);

        Assert.Equal(expected, Sharing(graph, plan.Planned.Sharing));
    }

    private static string Sharing(Graph graph, BufferSharing sharing)
    {
        IEnumerable<Value> values = graph.Operations.Select(operation => operation.Result);
        return string.Join(", ", values.Where(sharing.Shares).Select(value => value.Name));
    }
}
