using System.Collections.Generic;
using System.Linq;
using System.Threading;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Passes;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Tests.Helpers;

namespace StaticNets.Generator.Tests.Plan;

/// <summary>What is chosen for the operation of a kind, as a line: <c>saved Mean 3, Inverse 3; scratch 16</c>.</summary>
internal static class PrintedPlan
{
    private const string Compile = ", Compile(Loss.MeanSquaredError, Optimizer.Sgd)]";

    public static T OfInference<T>(string layers)
        where T : OperationPlan
    {
        Graph graph = PassPipeline.ForInference(Graphs.Of("[" + layers + "]"), CancellationToken.None);
        InferencePlan plan = InferencePlan.Of(graph, CancellationToken.None);
        return graph.Operations.Select(operation => plan.Planned[operation]).OfType<T>().Last();
    }

    public static string Inference<T>(string layers)
        where T : Operation
    {
        Graph graph = PassPipeline.ForInference(Graphs.Of("[" + layers + "]"), CancellationToken.None);
        InferencePlan plan = InferencePlan.Of(graph, CancellationToken.None);
        return Print(plan.Planned[graph.Operations.OfType<T>().Last()]);
    }

    public static string Training<T>(string layers)
        where T : Operation
    {
        Graph graph = PassPipeline.ForTraining(Graphs.Of("[" + layers + Compile), CancellationToken.None);
        var plan = TrainingPlan.Of(graph, CancellationToken.None);
        return Print(plan.Planned[graph.Operations.OfType<T>().Last()]);
    }

    private static string Print(OperationPlan plan)
    {
        IEnumerable<string> pieces =
        [
            Buffers("saved", plan.Saved),
            Buffers("derived", plan.Derived),
            Buffers("per worker", plan.PerWorker),
            plan.Scratch > 0 ? $"scratch {plan.Scratch}" : "",
            plan.TakesManySamples ? "many samples" : "",
            plan.SamplesTogether > 1 ? $"{plan.SamplesTogether} samples together" : "",
        ];
        return string.Join("; ", pieces.Where(piece => piece.Length > 0));
    }

    private static string Buffers(string name, IReadOnlyList<NamedBuffer> buffers) => buffers.Count == 0
        ? ""
        : $"{name} {string.Join(", ", buffers.Select(buffer => $"{buffer.Name} {buffer.Size}"))}";
}
