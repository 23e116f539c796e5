using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Convolutions.Winograd;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Winograd;

/// <summary>Emits U = G w G^T for some rows of the kernel: (3, 3, rows, columns) to a matrix for each frequency.</summary>
internal sealed class KernelTransform(WinogradShape shape, KernelLayout layout, int columns, Flavour widest)
{
    private const int Taps = 3;

    private readonly Flavour _flavour = widest.Fit(columns);

    public void Write(SourceWriter writer)
    {
        // The rows of u are filled up to whole vectors, so the last vector needs no exact store.
        using (writer.Block("for (int row = row0; row < row1; row++)"))
        using (writer.Block($"for (int k = 0; k < {Literal.Int(columns)}; k += {Literal.Int(_flavour.Lanes)})"))
        {
            writer.Refer("wt", "w", At.Sum(At.Times("row", columns), "k"));
            writer.Refer("ut", "u", At.Sum(At.Times("row", layout.Columns), "k"));
            double[,] matrix = shape.Matrices.Kernel();
            var halfway = new List<IReadOnlyList<string>>();
            for (int x = 0; x < Taps; x++)
            {
                int tapColumn = x;
                string[] taps = Enumerable.Range(0, Taps).Select(y => $"w{Literal.Int(y)}{Literal.Int(tapColumn)}").ToArray();
                for (int y = 0; y < Taps; y++)
                {
                    writer.Line($"{_flavour.Type} {taps[y]} = {_flavour.Load("wt", ((y * Taps) + x) * layout.Rows * columns)};");
                }

                halfway.Add(new LinearTransform(writer, _flavour).Write(matrix, taps, i => $"t{Literal.Int(i)}{Literal.Int(tapColumn)}"));
            }

            for (int i = 0; i < shape.Matrices.Frequencies; i++)
            {
                WriteRow(writer, matrix, halfway, i);
            }
        }
    }

    private void WriteRow(SourceWriter writer, double[,] matrix, IReadOnlyList<IReadOnlyList<string>> halfway, int i)
    {
        IReadOnlyList<string> values = new LinearTransform(writer, _flavour).Write(
            matrix, halfway.Select(column => column[i]).ToArray(), j => $"u{Literal.Int(i)}{Literal.Int(j)}");
        for (int j = 0; j < values.Count; j++)
        {
            if (shape.NumberOf(i, j) is int number)
            {
                writer.Line($"{values[j]}.StoreUnsafe({At.Ref("ut", number * layout.Stride)});");
            }
        }
    }
}
