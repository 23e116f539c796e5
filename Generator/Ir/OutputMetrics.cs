namespace StaticNets.Generator.Ir;

/// <summary>What is reported of an output.</summary>
/// <param name="Names">Members of <c>StaticNets.Metric</c>.</param>
/// <param name="ClassIds">The classes whose own are reported, of metrics that each class has.</param>
internal sealed record OutputMetrics(IReadOnlyList<string> Names, IReadOnlyList<int> ClassIds)
{
    public static readonly OutputMetrics None = new([], []);
}
