using System.Linq;

namespace StaticNets.Tests.Reference;

/// <summary>Shapes without the batch axis.</summary>
internal static class Shapes
{
    public static int Size(int[] shape) => shape.Aggregate(1, (size, axis) => checked(size * axis));
}
