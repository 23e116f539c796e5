using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>All axes in one.</summary>
internal sealed class FlattenLayer(int[] inputShape) : SameValuesLayer([Shapes.Size(inputShape)])
{
    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) => new FlattenLayer(inputShapes[0]);
}
