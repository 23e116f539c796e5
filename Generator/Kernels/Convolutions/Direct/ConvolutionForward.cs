using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Convolutions;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Convolutions.Direct;

/// <summary>
/// Emits the direct forward convolution. Bias, activation and a fused max-pooling are applied while results are in registers: with a
/// pooling only the winners are stored and, for training, which position of the window won.
/// </summary>
internal sealed class ConvolutionForward(ConvolutionShape shape, Flavour widest, int unrollBudget, bool storeWinners)
{
    private readonly Flavour _flavour = widest.Fit(shape.GroupFilters);

    public TileNames Names { get; init; } = new("y", "x", "w");

    /// <summary>Whether the result is added to: for a transposed convolution, whose input's gradient this is.</summary>
    public bool Accumulates { get; init; }

    private string X => Names.Scalar;

    private string Y => Names.Result;

    public void Write(SourceWriter writer)
    {
        if (Row(writer, "oh", 0).SumFloats is > 0 and int floats)
        {
            LongTile.Declare(writer, floats);
        }

        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Refer(X + "n", X, At.Times("n", shape.Input.Size), shape.Input);
            writer.Refer(Y + "n", Y, At.Times("n", shape.Output.Size), shape.Output);
            if (storeWinners)
            {
                writer.Refer("winnersN", "winners", At.Times("n", shape.Output.Size));
            }

            int rowSize = shape.Output[1] * shape.Filters;
            using (writer.Block($"for (int oh = 0; oh < {Literal.Int(shape.Output[0])}; oh++)"))
            {
                writer.Refer(Y + "Row", Y + "n", At.Times("oh", rowSize));
                if (storeWinners)
                {
                    writer.Refer("winnersRow", "winnersN", At.Times("oh", rowSize));
                }

                if (shape.Pool is not (int poolHeight, _))
                {
                    Row(writer, "oh", 0).Write();
                    return;
                }

                for (int line = 0; line < poolHeight; line++)
                {
                    writer.Line($"// row {Literal.Int(line)} of the window");
                    using (writer.Block())
                    {
                        Row(writer, At.Sum(At.Times("oh", poolHeight), line), line).Write();
                    }
                }
            }
        }
    }

    private RowKernel Row(SourceWriter writer, string row, int poolLine)
    {
        int rowFloats = shape.Horizontal.Input * shape.Channels;
        return new RowKernel
        {
            Writer = writer,
            Flavour = _flavour,
            UnrollBudget = unrollBudget,
            Names = Names,
            Columns = shape.GroupFilters,
            RowMultiple = shape.Pool?.Horizontal ?? 1,
            Tiling = new RowTiling
            {
                Positions = shape.ComputedColumns,
                Taps = shape.Horizontal.Window,
                StepsPerTap = shape.GroupChannels,
                VectorStep = shape.Filters,
                ScalarOffset = (position, tap) =>
                    shape.Horizontal.Covers(position, tap) ? shape.Horizontal.Position(position, tap) * shape.Channels : null,
                Period = 1,
                PeriodOffset = shape.Horizontal.Stride * shape.Channels,
                ShortestRun = shape.Horizontal.Input / shape.Horizontal.Stride,
            },
            OuterTaps = shape.Vertical.Window,
            OuterVectorStep = shape.Horizontal.Window * shape.GroupChannels * shape.Filters,
            OpenOuterTap = inner =>
            {
                inner.Line($"int h = {InputRow(row, "k")};");
                if (shape.Vertical.IsPadded)
                {
                    inner.Line($"if (h < 0 || h >= {Literal.Int(shape.Vertical.Input)}) continue; // padding");
                }

                inner.Refer(X + "Row", X + "n", At.Times("h", rowFloats));
            },
            OpenInnerTap = inner =>
            {
                inner.Line($"int column = {InputPosition.Of(shape.Horizontal, "p", "t")};");
                inner.Line($"if (column < 0 || column >= {Literal.Int(shape.Horizontal.Input)}) continue; // padding");
                inner.Refer(X + "t", X + "Row", At.Times("column", shape.Channels));
            },
            Copies = shape.Pool?.Vertical ?? 1,
            UnrolledOuterRow = shape.Vertical.IsPadded
                ? null
                : k => At.Value(X + "n", At.Times(InputRow(row, k), rowFloats)),
            Begin = (tile, column) =>
            {
                if (shape.UseBias)
                {
                    writer.Refer("bt", "b", column);
                    tile.DeclareBias("bt");
                }
                else
                {
                    tile.DeclareZero();
                }
            },
            Finish = (tile, _, columns, position, column) => Finish(writer, tile, columns, position, column, poolLine),
        };
    }

    /// <summary>The input row under outer tap k of an output row.</summary>
    private IndexSum InputRow(IndexSum row, IndexSum k) =>
        (row * shape.Vertical.Stride) + (k * shape.Vertical.Dilation) - shape.Vertical.Before;

    private void Finish(SourceWriter writer, TileEmitter tile, ColumnTile columns, string position, string column, int poolLine)
    {
        if (shape.Pool is (int poolHeight, int poolWidth))
        {
            string pooled = position == "p"
                ? $"p / {Literal.Int(poolWidth)} * {Literal.Int(shape.Filters)}"
                : Literal.Int(int.Parse(position) / poolWidth * shape.Filters);
            new PooledStore(writer, tile, columns, shape, poolLine, poolLine == poolHeight - 1, storeWinners).Write(At.Sum(pooled, column));
            return;
        }

        tile.Apply(result => shape.Activation.Forward(columns.Flavour, result));
        string place = position == "p" ? At.Times("p", shape.Filters) : Literal.Int(int.Parse(position) * shape.Filters);
        writer.Refer(Y + "t", Y + "Row", At.Sum(place, column));
        if (Accumulates)
        {
            tile.ApplyAt(r => r * shape.Filters, (result, offset) => $"{result} + {columns.Flavour.Load(Y + "t", offset)}");
        }

        tile.Store(Y + "t", r => r * shape.Filters);
    }
}
