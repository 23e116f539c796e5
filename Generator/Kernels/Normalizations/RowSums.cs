using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Normalizations;

/// <summary>
/// Emits sums over a constant number of rows, for some vectors of columns at once. Rows are added in fours, so that additions do not wait
/// for each other and yet always have the same order.
/// </summary>
internal sealed class RowSums(SourceWriter writer, Flavour flavour, int vectors)
{
    /// <summary>Writes the sums into variables <c>sum0</c>, <c>sum1</c>, …, one for each vector.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="references">The references to the first row; copies of them are moved.</param>
    /// <param name="stride">Floats from a row to the next.</param>
    /// <param name="sums">The names of the sums.</param>
    /// <param name="terms">
    /// Writes what one row adds, from the vector's number and the distance from the references, and returns an expression for each sum.
    /// </param>
    public void Write(
        int rows, IReadOnlyList<string> references, int stride, IReadOnlyList<string> sums, Func<int, int, IReadOnlyList<string>> terms)
    {
        foreach (string sum in sums)
        {
            for (int v = 0; v < vectors; v++)
            {
                writer.Line($"{flavour.Type} {sum}{Literal.Int(v)} = {flavour.Zero};");
            }
        }

        using (writer.Block())
        {
            foreach (string reference in references)
            {
                writer.Refer(reference + "p", reference);
            }

            int fours = rows / 4;
            if (fours > 0)
            {
                string[] variables = [.. sums.SelectMany(sum => Enumerable.Range(0, vectors).Select(v => sum + Literal.Int(v)))];
                new LongSum(writer, flavour, variables).Over("p", 4 * fours, 4, () =>
                {
                    AddRows(4, stride, sums, terms);
                    foreach (string reference in references)
                    {
                        writer.Line($"{reference}p = {At.Ref(reference + "p", 4 * stride)};");
                    }
                });
            }

            if (rows % 4 > 0)
            {
                AddRows(rows % 4, stride, sums, terms);
            }
        }
    }

    private void AddRows(int rows, int stride, IReadOnlyList<string> sums, Func<int, int, IReadOnlyList<string>> terms)
    {
        for (int v = 0; v < vectors; v++)
        {
            using (writer.Block())
            {
                IReadOnlyList<string>[] added =
                [
                    .. Enumerable.Range(0, rows).Select(row => terms(v, (row * stride) + (v * flavour.Lanes))),
                ];
                for (int s = 0; s < sums.Count; s++)
                {
                    string total = rows == 4
                        ? $"({added[0][s]} + {added[1][s]}) + ({added[2][s]} + {added[3][s]})"
                        : string.Join(" + ", added.Select(row => row[s]));
                    writer.Line($"{sums[s]}{Literal.Int(v)} += {total};");
                }
            }
        }
    }
}
