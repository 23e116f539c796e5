using System;
using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>Another shape; the axis of size -1 takes what is left.</summary>
internal sealed class ReshapeLayer(int[] inputShape, int[] targetShape) : SameValuesLayer(Complete(Shapes.Size(inputShape), targetShape))
{
    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes) =>
        new ReshapeLayer(inputShapes[0], attribute.Integers("targetShape"));

    private static int[] Complete(int size, int[] shape)
    {
        int known = Shapes.Size([.. shape.Where(axis => axis != -1)]);
        int[] complete = [.. shape.Select(axis => axis == -1 ? size / known : axis)];
        return Shapes.Size(complete) == size
            ? complete
            : throw new ArgumentException($"{size} values do not fill the shape ({string.Join(", ", shape)}).", nameof(shape));
    }
}
