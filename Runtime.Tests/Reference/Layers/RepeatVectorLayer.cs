using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The vector, again and again.</summary>
internal static class RepeatVectorLayer
{
    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int n = attribute.Value("n", 0);
        int size = inputShapes[0][0];
        return new GatherLayer([n, size], size, [.. Enumerable.Range(0, n * size).Select(o => o % size)]);
    }
}
