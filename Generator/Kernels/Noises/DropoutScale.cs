using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Noises;

/// <summary>
/// The mask of a dropout rate as emitted code computes it from <c>key</c> and <c>index</c>: 0, or what makes up for the
/// values that are dropped.
/// </summary>
internal readonly record struct DropoutScale(double Rate)
{
    /// <summary>What a value that is kept is multiplied by.</summary>
    public string Kept => Literal.Float(Rate < 1 ? 1 / (1 - Rate) : 0);

    /// <summary>The vector of the mask at <c>index</c>.</summary>
    public string Mask(Flavour flavour) => Mask(flavour, Kept);

    /// <summary>The vector at <c>index</c> of a mask whose values are 0 and <paramref name="kept"/>.</summary>
    public string Mask(Flavour flavour, string kept)
    {
        string threshold = Literal.Int((long)Math.Round(Rate * (1 << 24))) + "u";
        return $"DropoutMask.Scale{Literal.Int(flavour.Bits)}(key, index, {threshold}, {kept})";
    }
}
