using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Tests.Reference.Layers;

/// <summary>The axes in another order.</summary>
internal static class PermuteLayer
{
    public static ReferenceLayer Read(AttributeArguments attribute, IReadOnlyList<int[]> inputShapes)
    {
        int[] input = inputShapes[0];
        int[] dims = attribute.Integers("dims");
        int[] output = [.. dims.Select(axis => input[axis - 1])];
        int[] source = new int[Shapes.Size(output)];
        for (int o = 0; o < source.Length; o++)
        {
            int[] place = new int[input.Length];
            int rest = o;
            for (int axis = output.Length - 1; axis >= 0; axis--)
            {
                place[dims[axis] - 1] = rest % output[axis];
                rest /= output[axis];
            }

            source[o] = place.Select((index, axis) => index * Shapes.Size(input[(axis + 1)..])).Sum();
        }

        return new GatherLayer(output, source.Length, source);
    }
}
