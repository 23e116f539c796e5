using System.Collections.Generic;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The input.</summary>
internal sealed class IdentityLayer(int[] shape) : SameValuesLayer(shape)
{
    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) => new IdentityLayer(inputShapes[0]);
}
