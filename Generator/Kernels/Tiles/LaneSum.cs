using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>Emits how up to sixteen 512-bit vectors become one vector of their sums over the lanes.</summary>
internal static class LaneSum
{
    private const int Groups = 4;

    /// <summary>Writes the sums and returns their variable, whose lanes behind the last vector's hold anything.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="vectors">The vectors' variables, in the order of the sums.</param>
    /// <param name="name">How variables begin.</param>
    public static string Write(SourceWriter writer, IReadOnlyList<string> vectors, string name)
    {
        // A vector of four groups has the sums that are four places apart, so that the last step puts them in order.
        string?[] quarters = Enumerable.Range(0, Groups).Select(i =>
        {
            string?[] apart = Enumerable.Range(0, Groups)
                .Select(j => (Groups * j) + i)
                .Select(place => place < vectors.Count ? vectors[place] : null)
                .ToArray();
            string? lower = Combine(writer, "Halves", apart[0], apart[1], $"{name}{Literal.Int(i)}a");
            string? upper = Combine(writer, "Halves", apart[2], apart[3], $"{name}{Literal.Int(i)}b");
            return Combine(writer, "Quarters", lower, upper, $"{name}{Literal.Int(i)}");
        }).ToArray();
        string? first = Combine(writer, "Pairs", quarters[0], quarters[1], name + "Even");
        string? second = Combine(writer, "Pairs", quarters[2], quarters[3], name + "Odd");
        return Combine(writer, "Singles", first, second, name)!;
    }

    private static string? Combine(SourceWriter writer, string step, string? a, string? b, string result)
    {
        if (a is null)
        {
            return null;
        }

        writer.Line($"Vector512<float> {result} = LaneSums.{step}({a}, {b ?? a});");
        return result;
    }
}
