using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Loops;

/// <summary>Emits passes over a row of values, a vector at a time, with an exact tail.</summary>
internal static class RowLoop
{
    private const int MostUnrolledVectors = 8;

    /// <summary>Writes one pass over a row.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="flavour">The vectors, already fit to the row.</param>
    /// <param name="size">Values in the row.</param>
    /// <param name="body">Writes what happens to one vector, from its offset and the number of lanes that count.</param>
    /// <param name="mostUnrolled">Up to so many vectors are laid out; more get a loop.</param>
    public static void Write(
        SourceWriter writer, Flavour flavour, int size, Action<string, int> body, int mostUnrolled = MostUnrolledVectors)
    {
        int whole = size / flavour.Lanes * flavour.Lanes;
        if (whole / flavour.Lanes > mostUnrolled)
        {
            using (writer.Block($"for (int i = 0; i < {Literal.Int(whole)}; i += {Literal.Int(flavour.Lanes)})"))
            {
                body("i", flavour.Lanes);
            }
        }
        else
        {
            for (int offset = 0; offset < whole; offset += flavour.Lanes)
            {
                using (writer.Block())
                {
                    body(Literal.Int(offset), flavour.Lanes);
                }
            }
        }

        if (whole < size)
        {
            using (writer.Block())
            {
                body(Literal.Int(whole), size - whole);
            }
        }
    }

    /// <summary>Writes one pass over a row that adds to sums, which are declared and whole behind it.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="flavour">The vectors, already fit to the row.</param>
    /// <param name="size">Values in the row.</param>
    /// <param name="sums">The sums' variables.</param>
    /// <param name="body">Writes what happens to one vector, from its offset and the number of lanes that count.</param>
    public static void WriteSums(SourceWriter writer, Flavour flavour, int size, IReadOnlyList<string> sums, Action<string, int> body)
    {
        if (flavour.Vectors(size) <= SumBlock.Terms)
        {
            Write(writer, flavour, size, body);
            return;
        }

        var whole = new LongSum(writer, flavour, sums);
        whole.Begin();
        WriteBlocks(writer, flavour, size, whole, body);
        whole.End();
    }

    /// <summary>Writes one pass over a row of more than a block of vectors, as a part of longer sums.</summary>
    public static void WriteBlocks(SourceWriter writer, Flavour flavour, int size, LongSum sums, Action<string, int> body)
    {
        int whole = size / flavour.Lanes * flavour.Lanes;
        sums.OverBlocks("i", "0", Literal.Int(whole), flavour.Lanes, SumBlock.Terms, () => body("i", flavour.Lanes));
        if (whole < size)
        {
            using (writer.Block())
            {
                body(Literal.Int(whole), size - whole);
            }
        }
    }

    /// <summary>A vector expression whose dead lanes are replaced by a value that does not disturb.</summary>
    public static string Masked(Flavour flavour, string vector, int lanes, string neutral) =>
        lanes == flavour.Lanes ? vector : flavour.Select(Mask(flavour, lanes), vector, neutral);

    private static string Mask(Flavour flavour, int lanes)
    {
        IEnumerable<string> bits = Enumerable.Range(0, flavour.Lanes).Select(lane => lane < lanes ? "-1" : "0");
        return $"{flavour.Class}.Create({string.Join(", ", bits)}).AsSingle()";
    }
}
