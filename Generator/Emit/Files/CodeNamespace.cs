using System.Text;
using StaticNets.Generator.Declaration.Parsing;
using StaticNets.Generator.Declaration;

namespace StaticNets.Generator.Emit.Files;

/// <summary>
/// The namespace that holds a net's code, <c>StaticNets.Emitted.Shop_DigitNet</c>. Nothing of the user's stands in it, and C# looks names
/// up in it, and in what its files import, before it looks anywhere else: whatever types, members, extension methods and global usings a
/// project has, they don't change what the code means, nor does the code hide them from the net's own class.
/// </summary>
internal static class CodeNamespace
{
    /// <summary>The namespace of all.</summary>
    public const string All = "StaticNets.Emitted";

    public static string Of(NetSpec spec) => All + "." + Identifiers.Escape(Flat(spec.MetadataName));

    /// <summary>A type of the net's code as it is called from the net's class.</summary>
    public static string Type(NetSpec spec, string name) => $"global::{Of(spec)}.{name}";

    // One part for each net, or the name of a nested net would stand among the types of the one around it. No name begins with a digit, so
    // that nets with different names have different namespaces.
    private static string Flat(string metadataName)
    {
        var flat = new StringBuilder();
        foreach (char character in metadataName)
        {
            flat.Append(character switch
            {
                '.' or '+' => "_",
                '_' => "_0",
                _ => character.ToString(),
            });
        }

        return flat.ToString();
    }
}
