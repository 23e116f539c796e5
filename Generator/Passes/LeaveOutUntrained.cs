using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>Takes the outputs without a loss out of training; what was computed for them alone is unread then.</summary>
internal static class LeaveOutUntrained
{
    public static Graph Run(Graph graph) => graph with { Outputs = [.. graph.TrainedOutputs] };
}
