using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>
/// Emits stores of 512-bit vectors, one for each channel, as rows of channels: (positions, channels). Stores may overlap those of later
/// positions, and end where the last position does.
/// </summary>
internal static class InterleavedStore
{
    private const int Quadruple = 4;

    private static readonly Flavour s_narrow = new(128, 32);

    /// <summary>Writes the stores.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="channels">The vectors' variables.</param>
    /// <param name="positions">Lanes that count.</param>
    /// <param name="reference">Where the first position's row stands.</param>
    /// <param name="name">How variables begin.</param>
    public static void Write(SourceWriter writer, IReadOnlyList<string> channels, int positions, string reference, string name)
    {
        var quadruples = new List<IReadOnlyList<string>>();
        for (int first = 0; first < channels.Count; first += Quadruple)
        {
            quadruples.Add(Transpose(writer, channels.Skip(first).Take(Quadruple).ToArray(), $"{name}{Literal.Int(first)}"));
        }

        for (int position = 0; position < positions; position++)
        {
            for (int q = 0; q < quadruples.Count; q++)
            {
                int offset = (position * channels.Count) + (q * Quadruple);
                string value = $"Interleave.Quadruple({quadruples[q][position % Quadruple]}, {Literal.Int(position / Quadruple)})";
                bool fits = offset + Quadruple <= positions * channels.Count;
                VectorStore.Write(writer, s_narrow, value, reference, offset, fits ? Quadruple : channels.Count - (q * Quadruple));
            }
        }
    }

    private static string[] Transpose(SourceWriter writer, string[] channels, string name)
    {
        // Of channels that are not there the place is filled with anything.
        string[] four = Enumerable.Range(0, Quadruple).Select(i => channels[System.Math.Min(i, channels.Length - 1)]).ToArray();
        string[] rows = Enumerable.Range(0, Quadruple).Select(i => $"{name}_{Literal.Int(i)}").ToArray();
        foreach ((string half, int row) in new[] { ("Lower", 0), ("Upper", 2) })
        {
            string ab = $"{name}{half}Ab";
            string cd = $"{name}{half}Cd";
            writer.Line($"Vector512<float> {ab} = Interleave.{half}({four[0]}, {four[1]});");
            writer.Line($"Vector512<float> {cd} = Interleave.{half}({four[2]}, {four[3]});");
            writer.Line($"Vector512<float> {rows[row]} = Interleave.Firsts({ab}, {cd});");
            writer.Line($"Vector512<float> {rows[row + 1]} = Interleave.Seconds({ab}, {cd});");
        }

        return rows;
    }
}
