using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>Which rows of x and dy belong together, for each sample.</summary>
/// <param name="RowsPerSample">Rows of a sample.</param>
/// <param name="Count">Pairs of a sample.</param>
/// <param name="FirstX">The row of x in the first pair.</param>
/// <param name="StepX">Rows of x from a pair to the next.</param>
/// <param name="FirstDY">The row of dy in the first pair.</param>
/// <param name="StepDY">Rows of dy from a pair to the next.</param>
internal sealed record RowPairs(int RowsPerSample, int Count, int FirstX, int StepX, int FirstDY, int StepDY)
{
    /// <summary>Each row with the same row.</summary>
    public static RowPairs All(int rowsPerSample) => new(rowsPerSample, rowsPerSample, 0, 1, 0, 1);

    /// <summary>Whether all rows of the batch are one run.</summary>
    public bool IsOneRun => Count == RowsPerSample && FirstX == 0 && StepX == 1 && FirstDY == 0 && StepDY == 1;
}

/// <summary>
/// Emits <c>dw = x^T dy</c> over all rows of the batch, in tiles that workers share. Many rows go by in panels, which are blocks of the
/// sums, each through a group of tiles, whose sums wait in dw, and what rounding loses from them in the worker's scratch memory; every
/// element still is one sum in the rows' order.
/// </summary>
internal sealed record KernelGradient
{
    private static readonly TileNames s_names = new("dw", "x", "dy");

    /// <summary>The weight's index.</summary>
    public required int Weight { get; init; }

    /// <summary>Values of a row of x: rows of the weight.</summary>
    public required int Inputs { get; init; }

    /// <summary>Floats from a row of x to the next; 0 where they stand without gaps.</summary>
    public int InputPitch { get; init; }

    /// <summary>The first of the weight's columns that are computed.</summary>
    public int FirstColumn { get; init; }

    /// <summary>How many are computed; 0 for all.</summary>
    public int Columns { get; init; }

    /// <summary>Floats from a row of dy to the next.</summary>
    public required int GradientPitch { get; init; }

    public required RowPairs Rows { get; init; }

    /// <param name="emission">Where to.</param>
    /// <param name="pass">The kernel's name.</param>
    /// <param name="x">The rows of x.</param>
    /// <param name="dy">The rows of dy, at the first column.</param>
    public void Emit(KernelEmission emission, string pass, KernelOperand x, KernelOperand dy)
    {
        WeightTensor weight = emission.Weights[Weight].Tensor;
        int pitch = weight.Shape.Size / Inputs;
        int columns = Columns == 0 ? pitch : Columns;
        Flavour flavour = emission.Flavour.Fit(columns);
        var tiling = new KernelGradientTiling(flavour, Inputs, columns);
        TileGrid grid = tiling.Grid;
        int tileFloats = tiling.TileFloats;
        emission.Emit(
            pass,
            $"dw = x^T dy{PenaltyGradient.Text(weight.Penalty)}: {RowsOf(Inputs)}, {RowsOf(columns)} -> {weight.Shape}. "
                + "lost has what rounding took from sums that wait.",
            [
                x.As("x"),
                dy.As("dy"),
                .. PenaltyGradient.Operands(emission, Weight),
                emission.WeightGradient(Weight).As("dw"),
                emission.Scratch.As("lost"),
                emission.CountOf(Unit, Rows.IsOneRun ? Rows.RowsPerSample : 1),
                emission.Share(grid.Count),
            ],
            writer =>
            {
                PenaltyGradient.Declare(writer, weight.Penalty);
                if (Rows.Count > SumBlock.Products && !Rows.IsOneRun)
                {
                    LongTile.Declare(writer, tileFloats);
                }

                grid.WriteGroups(
                    writer,
                    KernelGradientTiling.GroupTiles,
                    () => OpenPanels(writer, tiling.LostFloats),
                    (rows, run, place) => WriteTile(writer, rows.Size, run.Tile, place, weight, pitch, tileFloats));
            });
    }

    private int XPitch => InputPitch == 0 ? Inputs : InputPitch;

    // What the outer loop counts.
    private string Unit => Rows.IsOneRun ? "rows" : "samples";

    private string RowsOf(int values) =>
        Rows.Count == 1 && Rows.IsOneRun ? $"(N, {Literal.Int(values)})" : $"(N, {Literal.Int(Rows.Count)}, {Literal.Int(values)})";

    // Rows, or samples, of a panel: a block of the sums.
    private string Panel
    {
        get
        {
            int rows = KernelGradientTiling.PanelRows(XPitch + GradientPitch);
            return Literal.Int(Rows.IsOneRun ? rows : Math.Max(1, rows / Math.Max(1, Rows.Count)));
        }
    }

    private SourceWriter.BlockScope OpenPanels(SourceWriter writer, int lostFloats)
    {
        using (writer.Block($"if ({Unit} > {Panel})"))
        {
            writer.Line($"LongSums.Clear(ref lost, {Literal.Int(lostFloats)});");
        }

        SourceWriter.BlockScope scope = writer.Block($"for (int begin = 0; begin < {Unit}; begin += {Panel})");
        writer.Line($"int end = Math.Min(begin + {Panel}, {Unit});");
        return scope;
    }

    private void WriteTile(
        SourceWriter writer, int rows, ColumnTile columns, TilePlace place, WeightTensor weight, int pitch, int tileFloats)
    {
        var tile = new TileEmitter(writer, columns, rows, s_names);
        var sums = LongTile.Of(writer, tile);
        var gradient = new GradientTile(writer, tile, "dw", pitch, weight.Penalty);
        gradient.DeclarePlace(At.Times(place.Row, pitch) + place.Column + FirstColumn);
        writer.Refer("lostt", "lost", At.Times(IndexSum.Of("(tile - first)"), tileFloats));
        tile.DeclareZero();
        if (Rows.IsOneRun)
        {
            DeclareRows(writer, At.Times("begin", XPitch) + place.Row, At.Times("begin", GradientPitch) + place.Column);
            tile.SumWhile("for (int i = begin; i < end; i++)", tile.AllRows(1), Steps, "xi", "dyi");
        }
        else
        {
            WriteSamples(writer, tile, place);
        }

        using (writer.Block("if (begin > 0)"))
        {
            sums.Join("dwt", r => r * pitch, "lostt");
        }

        gradient.AddPenalty($"end == {Unit}");
        gradient.Store();
    }

    /// <summary>A sum over the pairs of each sample of the panel, which may be a long one itself.</summary>
    private void WriteSamples(SourceWriter writer, TileEmitter tile, TilePlace place)
    {
        using (writer.Block("for (int n = begin; n < end; n++)"))
        {
            DeclareRows(writer, Place(Rows.FirstX, XPitch) + place.Row, Place(Rows.FirstDY, GradientPitch) + place.Column);
            if (Rows.Count > SumBlock.Products)
            {
                tile.SumWhileBlocks("0", Literal.Int(Rows.Count), tile.AllRows(1), Steps, "xi", "dyi");
                LongTile.Of(writer, tile).Finish();
            }
            else
            {
                tile.SumWhile($"for (int i = 0; i < {Literal.Int(Rows.Count)}; i++)", tile.AllRows(1), Steps, "xi", "dyi");
            }
        }
    }

    private Stride Steps => new(Rows.StepX * XPitch, Rows.StepDY * GradientPitch);

    private static void DeclareRows(SourceWriter writer, IndexSum x, IndexSum dy)
    {
        writer.Refer("xi", "x", x);
        writer.Refer("dyi", "dy", dy);
    }

    private IndexSum Place(int first, int width) => At.Sum(At.Times("n", Rows.RowsPerSample * width), first * width);
}
