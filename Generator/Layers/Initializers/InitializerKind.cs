using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers.Initializers;

/// <summary>A member of <c>StaticNets.Initializer</c>.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Scale">Its scale unless one is given, or null where it has none.</param>
/// <param name="Statement">The statement that sets a weight, given the span of its values and the tensor's number.</param>
internal sealed record InitializerKind(string Name, double? Scale, Func<WeightTensor, string, string, string> Statement)
{
    /// <summary>The axes that a weight must have at least.</summary>
    public int LeastRank { get; init; }

    /// <summary>The axes that a weight may have at most.</summary>
    public int LargestRank { get; init; } = int.MaxValue;

    public bool Fits(Shape shape) => shape.Rank >= LeastRank && shape.Rank <= LargestRank;
}
