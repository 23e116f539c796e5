using System.Numerics;

namespace StaticNets.Generator.Ir;

/// <summary>The shape of one sample's value, without the batch axis.</summary>
internal sealed class Shape : IEquatable<Shape>
{
    /// <summary>More floats than this in one sample's value, or in all weights, are refused: offsets must stay within 32 bits.</summary>
    public const int LargestSize = 1 << 28;

    public Shape(params int[] dimensions) => Dimensions = new EquatableArray<int>(dimensions);

    public EquatableArray<int> Dimensions { get; }

    public int Rank => Dimensions.Count;

    public int this[int axis] => Dimensions[axis];

    /// <summary>The size of the last axis: the channels.</summary>
    public int Last => Dimensions[Rank - 1];

    /// <summary>The number of values. Only shapes that <see cref="Fits"/> says fit reach the graph.</summary>
    public int Size => Dimensions.Aggregate(1, (size, dimension) => size * dimension);

    /// <summary>The number of rows along the last axis.</summary>
    public int Rows => Size / Last;

    /// <summary>The shape without the axes in front whose product is a number of steps.</summary>
    public Shape WithoutLeading(int steps)
    {
        int first = 0;
        for (int left = steps; left > 1; left /= Dimensions[first++])
        {
        }

        return first == 0 ? this : new Shape([.. Dimensions.Skip(first)]);
    }

    /// <summary>Whether the number of values is one that StaticNets can address.</summary>
    public bool Fits => ProductFits(Dimensions);

    public static bool ProductFits(IEnumerable<int> dimensions)
    {
        long product = 1;
        foreach (int dimension in dimensions)
        {
            product *= dimension;
            if (product > LargestSize)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A product that may be larger than any integer type, for messages.</summary>
    public static BigInteger Product(IEnumerable<int> dimensions) =>
        dimensions.Aggregate(BigInteger.One, (product, dimension) => product * dimension);

    public bool Equals(Shape? other) => other is not null && Dimensions.Equals(other.Dimensions);

    public override bool Equals(object? obj) => Equals(obj as Shape);

    public override int GetHashCode() => Dimensions.GetHashCode();

    /// <summary><c>(28, 28, 1)</c>; one axis as <c>(128)</c>.</summary>
    public override string ToString() => "(" + Joined + ")";

    /// <summary>With the batch axis, as comments have it: <c>(N, 28, 28, 1)</c>.</summary>
    public string WithBatch => "(N, " + Joined + ")";

    private string Joined => string.Join(", ", Dimensions.Select(dimension => Literal.Int(dimension)));
}
