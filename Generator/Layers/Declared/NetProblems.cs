using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>What is wrong with a net as a whole, and found in several places.</summary>
internal static class NetProblems
{
    /// <summary>More than the deepest nets in use need for all targets; the C# compiler takes minutes for it.</summary>
    public const int MostCharacters = 64_000_000;

    /// <summary>The code became too long at a layer.</summary>
    public static Problem TooMuchCode(NetSpec spec, int attribute)
    {
        string label = new LayerLabels(spec).Of(attribute, spec.Layers[attribute].Kind);
        return GraphDiagnostics.TooMuchCode(label, MostCharacters) with { Attribute = attribute };
    }
}
