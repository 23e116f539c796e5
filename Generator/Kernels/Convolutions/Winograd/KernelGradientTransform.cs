using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>
/// Emits dw = G^T dU G, the adjoint of the kernel's transform. Where the batch has several parts, each is added to those before it; the
/// last adds the penalty's gradient.
/// </summary>
internal sealed class KernelGradientTransform(WinogradShape shape, KernelGradientTiles tiles, Penalty penalty)
{
    private const int Taps = 3;

    private Flavour Flavour => tiles.Flavour;

    private int Filters => shape.Convolution.Filters;

    public void Write(SourceWriter writer)
    {
        PenaltyGradient.Declare(writer, penalty);
        int whole = Filters / Flavour.Lanes * Flavour.Lanes;
        tiles.Write(writer, (rows, columns) =>
        {
            using (writer.Block($"for (int row = c; row < c + {Literal.Int(rows)}; row++)"))
            {
                if (whole > 0)
                {
                    string end = whole < tiles.ColumnPieces * columns.Columns
                        ? $"Math.Min(k + {Literal.Int(columns.Columns)}, {Literal.Int(whole)})"
                        : $"k + {Literal.Int(columns.Columns)}";
                    using (writer.Block($"for (int column = k; column < {end}; column += {Literal.Int(Flavour.Lanes)})"))
                    {
                        WriteVector(writer, "column", Flavour.Lanes);
                    }
                }

                if (whole < Filters)
                {
                    using (writer.Block(tiles.ColumnPieces == 1 ? "" : $"if (k + {Literal.Int(columns.Columns)} > {Literal.Int(whole)})"))
                    {
                        WriteVector(writer, Literal.Int(whole), Filters - whole);
                    }
                }
            }
        });
    }

    private void WriteVector(SourceWriter writer, string column, int lanes)
    {
        int frequencies = shape.Matrices.Frequencies;
        double[,] matrix = ToomCook.Transpose(shape.Matrices.Kernel());
        writer.Refer("dut", "du", At.Sum(At.Times("row", shape.Kernel.Columns), column));
        writer.Refer("dwt", "dw", At.Sum(At.Times("row", Filters), column));
        writer.Refer("lostt", "lost", At.Sum(At.Times("row", Filters), column));
        if (!penalty.IsNone)
        {
            writer.Refer("wt", "w", At.Sum(At.Times("row", Filters), column));
        }

        var halfway = new List<IReadOnlyList<string>>();
        for (int j = 0; j < frequencies; j++)
        {
            int frequency = j;
            string?[] values = Enumerable.Range(0, frequencies).Select(i => Load(writer, i, frequency)).ToArray();
            halfway.Add(new LinearTransform(writer, Flavour).Write(matrix, values, y => $"t{Literal.Int(y)}{Literal.Int(frequency)}"));
        }

        for (int y = 0; y < Taps; y++)
        {
            WriteTapRow(writer, matrix, halfway, y, lanes);
        }
    }

    private string? Load(SourceWriter writer, int i, int j)
    {
        if (shape.NumberOf(i, j) is not int number)
        {
            return null;
        }

        string name = $"du{Literal.Int(i)}{Literal.Int(j)}";
        writer.Line($"{Flavour.Type} {name} = {Flavour.Load("dut", number * shape.Kernel.Stride)};");
        return name;
    }

    private void WriteTapRow(SourceWriter writer, double[,] matrix, IReadOnlyList<IReadOnlyList<string>> halfway, int y, int lanes)
    {
        IReadOnlyList<string> gradients = new LinearTransform(writer, Flavour).Write(
            matrix, halfway.Select(column => column[y]).ToArray(), x => $"dw{Literal.Int(y)}{Literal.Int(x)}");
        int[] offsets = [.. Enumerable.Range(y * Taps, Taps).Select(tap => tap * shape.Convolution.Channels * Filters)];
        using (writer.Block("if (part > 1)"))
        {
            ForEachTap(x => writer.Line($"{gradients[x]} += {Flavour.Load("lostt", offsets[x])};"));
        }

        using (writer.Block("if (part > 0)"))
        {
            ForEachTap(x =>
            {
                string before = $"before{Literal.Int(y)}{Literal.Int(x)}";
                writer.Line($"{Flavour.Type} {before} = {Flavour.Load("dwt", offsets[x])};");
                writer.Line($"LongSums.Add(ref {before}, ref {gradients[x]});");
                VectorStore.Write(writer, Flavour, gradients[x], "lostt", offsets[x], lanes);
                writer.Line($"{gradients[x]} = {before};");
            });
        }

        if (!penalty.IsNone)
        {
            using (writer.Block("if (isLast)"))
            {
                ForEachTap(x =>
                {
                    string w = $"w{Literal.Int(y)}{Literal.Int(x)}";
                    writer.Line($"{Flavour.Type} {w} = {Flavour.Load("wt", offsets[x])};");
                    writer.Line($"{gradients[x]} = {PenaltyGradient.Add(Flavour, penalty, gradients[x], w)};");
                });
            }
        }

        ForEachTap(x => VectorStore.Write(writer, Flavour, gradients[x], "dwt", offsets[x], lanes));
    }

    private static void ForEachTap(System.Action<int> write)
    {
        for (int x = 0; x < Taps; x++)
        {
            write(x);
        }
    }
}
