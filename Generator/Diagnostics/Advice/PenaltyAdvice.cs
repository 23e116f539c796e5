using StaticNets.Generator.Layers.Declared;

namespace StaticNets.Generator.Diagnostics.Advice;

/// <summary>L2 together with Adam, which divides the penalty's gradient by the size of the whole gradient.</summary>
internal static class PenaltyAdvice
{
    public static IEnumerable<Problem> Find(AdvisedNet net)
    {
        Node? penalized = net.Graph.Nodes.FirstOrDefault(node => node.Layer.Weights.Any(weight => weight.Penalty.L2 > 0));
        if (net.Graph.Training is { Optimizer.Name: "Adam" } && penalized is not null && !net.IsGiven(Problem.Compile, "WeightDecay"))
        {
            yield return AdviceDiagnostics.L2WithAdam(net.Label(penalized)) with { Attribute = Problem.Compile };
        }
    }
}
