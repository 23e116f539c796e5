using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Emit.Orchestration;

/// <summary>What the code of a net calls its values, weights and buffers.</summary>
internal sealed class NetNames
{
    public NetNames(NetPlan plan)
    {
        Graph?[] graphs = [plan.Inference.Graph, plan.Training?.Graph];
        Values = new ValueNames(graphs.OfType<Graph>());
        Weights = new WeightConstants(plan.Inference.Graph, Values);
        Buffers = plan.Training is { } training ? new BufferConstants(training, Values) : null;
    }

    public ValueNames Values { get; }

    public WeightConstants Weights { get; }

    /// <summary>Null in a net that only predicts.</summary>
    public BufferConstants? Buffers { get; }
}
