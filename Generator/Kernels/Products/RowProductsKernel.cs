using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Products;

/// <summary>Each row of one value times each row of another.</summary>
internal sealed class RowProductsKernel(RowProducts operation) : Kernel
{
    // Rows of the second value whose products are summed side by side, so that additions don't wait for each other.
    private const int MostColumns = 4;

    private readonly int _depth = operation.Depth;
    private readonly int _rows = operation.Rows;
    private readonly int _columns = operation.Columns;

    public override void EmitForward(KernelEmission emission)
    {
        emission.Emit(
            "Forward",
            "y = each row of x0 times each row of x1: "
                + $"{emission.InputShape(0).WithBatch}, {emission.InputShape(1).WithBatch} -> {emission.Shape.WithBatch}.",
            [emission.X(0).As("x0"), emission.X(1).As("x1"), emission.Y, emission.Range],
            writer => WriteForward(writer, emission.Flavour.Fit(_depth)));
    }

    public override void EmitBackward(KernelEmission emission)
    {
        for (int i = 0; i < 2; i++)
        {
            if (emission.NeedsInputGradient(i))
            {
                EmitBackward(emission, i);
            }
        }
    }

    private void EmitBackward(KernelEmission emission, int i)
    {
        bool accumulates = emission.Accumulates(i);
        string other = "x" + Literal.Int(1 - i);
        emission.Emit(
            "BackwardData" + Literal.Int(i),
            $"dx {(accumulates ? "+" : "")}= the sum of {other}'s rows, each times its dy: "
                + $"{emission.Shape.WithBatch} -> {emission.InputShape(i).WithBatch}.",
            [emission.X(1 - i), emission.DY, emission.DX(i), emission.Range],
            writer => WriteBackward(writer, emission.Flavour.Fit(_depth), i == 0, accumulates));
    }

    private void WriteForward(SourceWriter writer, Flavour flavour)
    {
        using (writer.Each("n", ("x0", _rows * _depth), ("x1", _columns * _depth), ("y", _rows * _columns)))
        {
            using (writer.Block($"for (int r = 0; r < {Literal.Int(_rows)}; r++)"))
            {
                writer.Refer("x0r", "x0n", At.Times("r", _depth));
                foreach (PieceRun piece in Split.Balanced(_columns, MostColumns))
                {
                    string end = Literal.Int(piece.Start + (piece.Count * piece.Size));
                    using (writer.Block($"for (int c = {Literal.Int(piece.Start)}; c < {end}; c += {Literal.Int(piece.Size)})"))
                    {
                        writer.Refer("x1c", "x1n", At.Times("c", _depth));
                        writer.Refer("yc", "yn", At.Sum(At.Times("r", _columns), "c"));
                        WriteProducts(writer, flavour, piece.Size);
                    }
                }
            }
        }
    }

    private void WriteProducts(SourceWriter writer, Flavour flavour, int columns)
    {
        string[] sums = Enumerable.Range(0, columns).Select(c => "sum" + Literal.Int(c)).ToArray();
        foreach (string sum in sums)
        {
            writer.Line($"{flavour.Type} {sum} = {flavour.Zero};");
        }

        RowLoop.WriteSums(writer, flavour, _depth, sums, (offset, lanes) =>
        {
            writer.Line($"{flavour.Type} a = {flavour.Load("x0r", offset)};");
            for (int c = 0; c < columns; c++)
            {
                string b = flavour.Load("x1c", At.Sum(offset, c * _depth));

                // Behind the row's end stands what may be no number, so that the product is masked.
                writer.Line(lanes == flavour.Lanes
                    ? $"{sums[c]} = {flavour.MultiplyAdd("a", b, sums[c])};"
                    : $"{sums[c]} += {RowLoop.Masked(flavour, $"a * {b}", lanes, flavour.Zero)};");
            }
        });
        for (int c = 0; c < columns; c++)
        {
            writer.Line($"{At.Value("yc", c)} = {flavour.Class}.Sum({sums[c]});");
        }
    }

    private void WriteBackward(SourceWriter writer, Flavour flavour, bool isFirst, bool accumulates)
    {
        int own = isFirst ? _rows : _columns;
        int others = isFirst ? _columns : _rows;
        using (writer.Each("n", ("x", others * _depth), ("dy", _rows * _columns), ("dx", own * _depth)))
        {
            using (writer.Block($"for (int r = 0; r < {Literal.Int(own)}; r++)"))
            {
                writer.Refer("dyr", "dyn", At.Times("r", isFirst ? _columns : 1));
                writer.Refer("dxr", "dxn", At.Times("r", _depth));
                RowLoop.Write(writer, flavour, _depth, (offset, lanes) =>
                {
                    writer.Line($"{flavour.Type} sum = {(accumulates ? flavour.Load("dxr", offset) : flavour.Zero)};");
                    new LongSum(writer, flavour, ["sum"]).Over("c", others, 1, () =>
                    {
                        string share = flavour.Broadcast(At.Value("dyr", At.Times("c", isFirst ? 1 : _columns)));
                        string x = flavour.Load("xn", At.Sum(At.Times("c", _depth), offset));
                        writer.Line($"sum = {flavour.MultiplyAdd(share, x, "sum")};");
                    });

                    VectorStore.WriteAt(writer, flavour, "sum", "dxr", offset, lanes);
                });
            }
        }
    }
}
