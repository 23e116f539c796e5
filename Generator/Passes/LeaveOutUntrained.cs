using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Passes;

/// <summary>
/// Takes the outputs without a loss out of training; what was computed for them alone is unread then. Where none has a loss, the gradients
/// of all come from outside.
/// </summary>
internal static class LeaveOutUntrained
{
    public static Graph Run(Graph graph) => graph.TrainedOutputs.Any() ? graph with { Outputs = [.. graph.TrainedOutputs] } : graph;
}
