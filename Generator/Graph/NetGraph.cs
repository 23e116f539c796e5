namespace StaticNets.Generator.Graph;

/// <summary>The net as a graph of layers with all shapes known.</summary>
internal sealed class NetGraph;
