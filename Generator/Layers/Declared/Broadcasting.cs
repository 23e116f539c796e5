using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>
/// Shapes of values that are merged element by element, aligned at the last axis: an axis of size 1, or one that is missing in front,
/// serves all positions of the others'.
/// </summary>
internal static class Broadcasting
{
    /// <summary>The common shape, or null where the shapes don't fit together.</summary>
    public static Shape? Common(Shape a, Shape b)
    {
        int rank = Math.Max(a.Rank, b.Rank);
        int[] common = new int[rank];
        for (int axis = 0; axis < rank; axis++)
        {
            int ofA = Size(a, axis, rank);
            int ofB = Size(b, axis, rank);
            if (ofA != ofB && ofA != 1 && ofB != 1)
            {
                return null;
            }

            common[axis] = Math.Max(ofA, ofB);
        }

        return new Shape(common);
    }

    /// <summary>The axes of the common shape, those together that all shapes have or lack together, and none of size 1.</summary>
    public static IReadOnlyList<BroadcastAxis> Axes(Shape common, IReadOnlyList<Shape> shapes)
    {
        var axes = new List<BroadcastAxis>();
        for (int axis = 0; axis < common.Rank; axis++)
        {
            if (common[axis] == 1)
            {
                continue;
            }

            bool[] has = shapes.Select(shape => Size(shape, axis, common.Rank) > 1).ToArray();
            BroadcastAxis? last = axes.Count > 0 ? axes[axes.Count - 1] : null;
            if (last is not null && last.Has.SequenceEqual(has))
            {
                axes[axes.Count - 1] = last with { Size = last.Size * common[axis] };
            }
            else
            {
                axes.Add(new BroadcastAxis(common[axis], has));
            }
        }

        return axes;
    }

    private static int Size(Shape shape, int axis, int rank) => axis < rank - shape.Rank ? 1 : shape[axis - rank + shape.Rank];
}

/// <summary>An axis of a common shape.</summary>
/// <param name="Size">Its positions.</param>
/// <param name="Has">For each shape, whether it has the axis, or one value for all positions.</param>
internal sealed record BroadcastAxis(int Size, IReadOnlyList<bool> Has);
