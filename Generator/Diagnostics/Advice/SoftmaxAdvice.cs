namespace StaticNets.Generator.Diagnostics.Advice;

/// <summary>Softmax where it is no distribution over classes.</summary>
internal static class SoftmaxAdvice
{
    public static IEnumerable<Problem> FindInside(AdvisedNet net) => net.Graph.Nodes
        .Where(node => net.IsSoftmax(node) && node.Shape.Last > 1 && !net.Outputs.Contains(node))
        .Select(node => AdvisedNet.About(node, AdviceDiagnostics.SoftmaxInside.Id, "Activation", net.Label(node)));

    public static IEnumerable<Problem> FindOfOne(AdvisedNet net) => net.Graph.Nodes
        .Where(node => net.IsSoftmax(node) && node.Shape.Last == 1)
        .Select(node => AdvisedNet.About(node, AdviceDiagnostics.SoftmaxOfOne.Id, "Activation", net.Label(node), node.Shape.ToString()));
}
