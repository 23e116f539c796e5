namespace StaticNets.Generator.Layers;

/// <summary>
/// What a layer does with masks. A mask is a value (T) of each sample that is not 0 where a step of a sequence counts, or (T, S) where
/// steps are sequences themselves, and so on.
/// </summary>
internal sealed record MaskRole
{
    /// <summary>Masks end here.</summary>
    public static readonly MaskRole None = new();

    /// <summary>The output has the mask of what the layer reads: that of its first input, or of all inputs of a merge.</summary>
    public static readonly MaskRole Pass = new() { Passes = true };

    public bool Passes { get; init; }

    /// <summary>The number of the input whose mask the layer reads, as a further input behind the others; -1 for none.</summary>
    public int Reads { get; init; } = -1;

    /// <summary>Whether predictions need no mask to read.</summary>
    public bool OnlyInTraining { get; init; }

    /// <summary>The layer that takes this one's place where it has a mask to read; null where it does both itself.</summary>
    public Layer? WhenMasked { get; init; }

    /// <summary>Whether the input itself is the output's mask: indexes, of which 0 fills sequences up.</summary>
    public bool InputIsMask { get; init; }

    /// <summary>What computes the output's mask from the input; the layer reads it too.</summary>
    public Layer? Source { get; init; }
}
