using StaticNets.Generator.Graph;

namespace StaticNets.Generator.Emit.Tiles;

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

/// <summary>Emits <c>dw = x^T dy</c> over all rows of the batch, in tiles that workers share.</summary>
internal sealed class KernelGradient
{
    private static readonly TileNames s_names = new("dw", "x", "dy");

    /// <summary>The weight's index.</summary>
    public required int Weight { get; init; }

    /// <summary>Values of a row of x: rows of the weight.</summary>
    public required int Inputs { get; init; }

    /// <summary>The first of the weight's columns that are computed.</summary>
    public int FirstColumn { get; init; }

    /// <summary>How many are computed; 0 for all.</summary>
    public int Columns { get; init; }

    /// <summary>Floats from a row of dy to the next.</summary>
    public required int GradientPitch { get; init; }

    public required RowPairs Rows { get; init; }

    /// <param name="emission">Where to.</param>
    /// <param name="pass">The kernel's name.</param>
    /// <param name="x">The rows of x, as an argument.</param>
    /// <param name="dy">The rows of dy, at the first column, as an argument.</param>
    public void Emit(LayerEmission emission, string pass, string x, string dy)
    {
        WeightTensor weight = emission.Node.Layer.Weights[Weight];
        int columns = Columns == 0 ? weight.Shape.Last : Columns;
        Flavour flavour = emission.Flavour.Fit(columns);
        TileShape shape = TileShape.Choose(flavour, Inputs, columns);
        var grid = new TileGrid(1, Split.Balanced(Inputs, shape.Rows), ColumnTiles.Of(flavour, columns, shape.Vectors));
        string method = emission.Kernel(
            pass,
            $"dw = x^T dy{PenaltyGradient.Text(weight.Penalty)}: {Literal.Int(Rows.Count)} rows a sample, "
                + $"{Literal.Int(Inputs)} and {Literal.Int(columns)} values -> {weight.Shape}.",
            $"ref float x, ref float dy, {PenaltyGradient.Parameters(weight.Penalty)}ref float dw, int {(Rows.IsOneRun ? "rows" : "samples")}, int tile0, int tile1",
            writer =>
            {
                PenaltyGradient.Declare(writer, weight.Penalty);
                grid.Write(writer, (rows, run) => WriteTile(writer, rows.Size, run.Tile, weight));
            });
        emission.Call(
            method,
            x,
            dy,
            PenaltyGradient.Arguments(emission, Weight),
            emission.WeightGradient(Weight),
            Rows.IsOneRun ? At.Product(emission.Count, Rows.RowsPerSample) : emission.Count,
            LayerEmission.Share(grid.Count));
    }

    private void WriteTile(SourceWriter writer, int rows, ColumnTile columns, WeightTensor weight)
    {
        var tile = new TileEmitter(writer, columns, rows, s_names, 0);
        tile.DeclareZero();
        if (Rows.IsOneRun)
        {
            Sum(writer, tile, "for (int i = 0; i < rows; i++)", "row", "column");
        }
        else
        {
            using (writer.Block("for (int n = 0; n < samples; n++)"))
            {
                Sum(
                    writer,
                    tile,
                    $"for (int i = 0; i < {Literal.Int(Rows.Count)}; i++)",
                    $"{Place(Rows.FirstX, Inputs)} + row",
                    $"{Place(Rows.FirstDY, GradientPitch)} + column");
            }
        }

        GradientTile.Store(
            writer, tile, "dw", At.Sum($"row * {Literal.Int(weight.Shape.Last)} + column", FirstColumn), weight.Shape.Last, weight.Penalty);
    }

    private void Sum(SourceWriter writer, TileEmitter tile, string loop, string x, string dy)
    {
        writer.Line($"ref float xi = {At.Ref("x", x)};");
        writer.Line($"ref float dyi = {At.Ref("dy", dy)};");
        tile.SumWhile(loop, tile.AllRows(1), new Stride(Rows.StepX * Inputs, Rows.StepDY * GradientPitch), "xi", "dyi");
    }

    private string Place(int first, int width) => At.Sum($"n * {Literal.Int(Rows.RowsPerSample * width)}", first * width);
}
