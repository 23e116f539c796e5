using StaticNets.Generator.Declaration;
using StaticNets.Generator.Diagnostics;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers.Declared;

/// <summary>What is wrong with a net as a whole, and found in several places.</summary>
internal static class NetProblems
{
    /// <summary>More than the deepest nets in use need for all targets; the C# compiler takes minutes for it.</summary>
    public const int MostCharacters = 64_000_000;

    /// <summary>The layers are too large together.</summary>
    public static Problem TooLarge(NetSpec spec, long size) =>
        new("SN3010", Problem.Class, null, new EquatableArray<string>([spec.Name, Literal.Int(size), Literal.Int(Shape.LargestSize)]));

    /// <summary>The code became too long at a layer.</summary>
    public static Problem TooMuchCode(NetSpec spec, int attribute)
    {
        string[] arguments = [new LayerLabels(spec).Of(attribute, spec.Layers[attribute].Kind), Literal.Int(MostCharacters)];
        return new Problem(GraphDiagnostics.TooMuchCode.Id, attribute, null, new EquatableArray<string>(arguments));
    }
}
