namespace StaticNets.Generator.Diagnostics.Advice;

/// <summary>Softmax where it is no distribution over classes.</summary>
internal static class SoftmaxAdvice
{
    public static IEnumerable<Problem> FindInside(AdvisedNet net) => net.Graph.Nodes
        .Where(node => net.IsSoftmax(node) && node.Shape.Last > 1 && !net.Outputs.Contains(node))
        .Select(node => AdviceDiagnostics.SoftmaxInside(net.Label(node)) with { Attribute = node.Attribute });

    public static IEnumerable<Problem> FindOfOne(AdvisedNet net) => net.Graph.Nodes
        .Where(node => net.IsSoftmax(node) && node.Shape.Last == 1)
        .Select(node => AdviceDiagnostics.SoftmaxOfOne(net.Label(node), node.Shape) with { Attribute = node.Attribute });
}
