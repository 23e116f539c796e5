using System.Globalization;
using System.Text;
using StaticNets.Generator.Declaration;

namespace StaticNets.Generator.Emit.Files;

/// <summary>The names of emitted files: <c>Shop.DigitNet.g.cs</c>.</summary>
internal static class HintNames
{
    /// <param name="spec">The net.</param>
    /// <param name="part">What the file holds of it, or empty for the main one.</param>
    /// <param name="caseTwins">
    /// The nets that share their name but for the letters' case, which the compiler does not tell apart in file names.
    /// </param>
    public static string Of(NetSpec spec, string part, EquatableArray<string> caseTwins)
    {
        StringBuilder name = new();
        foreach (char character in spec.MetadataName)
        {
            if (IsAllowed(character))
            {
                name.Append(character);
            }
            else
            {
                name.Append('(').Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)).Append(')');
            }
        }

        int twin = caseTwins.ToList().IndexOf(spec.MetadataName);
        if (twin >= 0)
        {
            name.Append('-').Append(twin.ToString(CultureInfo.InvariantCulture));
        }

        return name + (part.Length == 0 ? "" : "." + part) + ".g.cs";
    }

    /// <summary>All names that another one equals but for the letters' case, in a fixed order.</summary>
    public static EquatableArray<string> FindCaseTwins(IEnumerable<string> names) => new(
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Skip(1).Any())
            .SelectMany(group => group)
            .OrderBy(name => name, StringComparer.Ordinal));

    private static bool IsAllowed(char character) => char.IsLetterOrDigit(character) || character is '.' or '+' or '_';
}
