using System;
using System.Collections.Generic;
using System.Linq;
using StaticNets.Tests.Reference.Layers;

namespace StaticNets.Tests.Reference;

/// <summary>Which of a sample's inputs are indexes, and below which limit: those that an Embedding reads, under whatever shape.</summary>
internal static class ReferenceIndexes
{
    public static IReadOnlyList<IndexInput> Of(ReferenceNet net)
    {
        Dictionary<int, int> limits = [];
        foreach (ReferenceNode node in net.Nodes)
        {
            if (node.Layer is EmbeddingLayer embedding)
            {
                int input = Source(net, node);
                limits[input] = Math.Min(limits.GetValueOrDefault(input, int.MaxValue), embedding.Limit);
            }
        }

        return [.. limits.OrderBy(limit => limit.Key).Select(limit => Describe((InputLayer)net.Nodes[limit.Key].Layer, limit.Value))];
    }

    private static int Source(ReferenceNet net, ReferenceNode node)
    {
        int input = node.Inputs[0];
        while (net.Nodes[input].Layer is not InputLayer)
        {
            input = net.Nodes[input].Inputs[0];
        }

        return input;
    }

    private static IndexInput Describe(InputLayer input, int limit) => new(input.Offset, input.OutputSize, limit);
}
