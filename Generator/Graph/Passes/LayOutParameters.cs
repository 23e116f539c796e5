namespace StaticNets.Generator.Graph.Passes;

/// <summary>Gives every weight its place in the parameter block: layer by layer as declared, without gaps.</summary>
internal static class LayOutParameters
{
    public static void Run(NetGraph graph)
    {
        int offset = 0;
        foreach (Node node in graph.Nodes)
        {
            node.ParameterOffset = offset;
            offset += node.Layer.ParameterCount;
        }
    }
}
