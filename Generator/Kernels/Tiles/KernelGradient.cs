using System;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Text;

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
/// Emits <c>dw = x^T dy</c> over all rows of the batch, in tiles that workers share. Many rows go by in panels, each through all tiles,
/// whose sums wait in dw; every element still is one sum in the rows' order.
/// </summary>
internal sealed record KernelGradient
{
    // A panel of so many floats stays in the second-level cache, beside dw.
    private const int PanelFloats = 1 << 16;

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
    /// <param name="x">The rows of x, as an argument.</param>
    /// <param name="dy">The rows of dy, at the first column, as an argument.</param>
    public void Emit(KernelEmission emission, string pass, string x, string dy)
    {
        WeightTensor weight = emission.Weights[Weight].Tensor;
        int pitch = weight.Shape.Size / Inputs;
        int columns = Columns == 0 ? pitch : Columns;
        Flavour flavour = emission.Flavour.Fit(columns);
        TileShape shape = TileShape.Choose(flavour, Inputs, columns);
        var grid = new TileGrid(1, Split.Balanced(Inputs, shape.Rows), ColumnTiles.Of(flavour, columns, shape.Vectors));
        string method = emission.Kernel(
            pass,
            $"dw = x^T dy{PenaltyGradient.Text(weight.Penalty)}: {RowsOf(Inputs)}, {RowsOf(columns)} -> {weight.Shape}.",
            $"ref float x, ref float dy, {PenaltyGradient.Parameters(weight.Penalty)}ref float dw, int {Unit}, int tile0, int tile1",
            writer =>
            {
                PenaltyGradient.Declare(writer, weight.Penalty);
                using (WritePanels(writer, columns, grid.Count))
                {
                    grid.Write(writer, (rows, run) => WriteTile(writer, rows.Size, run.Tile, weight, pitch, grid.Count > 1));
                }
            });
        emission.Call(
            method,
            x,
            dy,
            PenaltyGradient.Arguments(emission, Weight),
            emission.WeightGradient(Weight),
            Rows.IsOneRun ? At.Product(emission.Count, Rows.RowsPerSample) : emission.Count,
            emission.Share(grid.Count));
    }

    private int XPitch => InputPitch == 0 ? Inputs : InputPitch;

    // What the outer loop counts.
    private string Unit => Rows.IsOneRun ? "rows" : "samples";

    private string RowsOf(int values) =>
        Rows.Count == 1 && Rows.IsOneRun ? $"(N, {Literal.Int(values)})" : $"(N, {Literal.Int(Rows.Count)}, {Literal.Int(values)})";

    // A single tile reads each row once anyway.
    private SourceWriter.BlockScope WritePanels(SourceWriter writer, int columns, int tiles)
    {
        if (tiles == 1)
        {
            return default;
        }

        int rows = Math.Max(32, PanelFloats / (Inputs + columns) / 32 * 32);
        string panel = Literal.Int(Rows.IsOneRun ? rows : Math.Max(1, rows / Rows.RowsPerSample));
        SourceWriter.BlockScope scope = writer.Block($"for (int begin = 0; begin < {Unit}; begin += {panel})");
        writer.Line($"int end = Math.Min(begin + {panel}, {Unit});");
        return scope;
    }

    private void WriteTile(SourceWriter writer, int rows, ColumnTile columns, WeightTensor weight, int pitch, bool byPanels)
    {
        var tile = new TileEmitter(writer, columns, rows, s_names, 0);
        var gradient = new GradientTile(writer, tile, "dw", pitch, weight.Penalty);
        gradient.DeclarePlace(At.Sum($"row * {Literal.Int(pitch)} + column", FirstColumn));
        tile.DeclareZero();
        if (byPanels)
        {
            using (writer.Block("if (begin > 0)"))
            {
                gradient.Load();
            }
        }

        string begin = byPanels ? "begin" : "0";
        string end = byPanels ? "end" : Unit;

        if (Rows.IsOneRun)
        {
            Sum(
                writer,
                tile,
                $"for (int i = {begin}; i < {end}; i++)",
                byPanels ? $"{At.Times(begin, XPitch)} + row" : "row",
                byPanels ? $"{At.Times(begin, GradientPitch)} + column" : "column");
        }
        else
        {
            using (writer.Block($"for (int n = {begin}; n < {end}; n++)"))
            {
                Sum(
                    writer,
                    tile,
                    $"for (int i = 0; i < {Literal.Int(Rows.Count)}; i++)",
                    $"{Place(Rows.FirstX, XPitch)} + row",
                    $"{Place(Rows.FirstDY, GradientPitch)} + column");
            }
        }

        gradient.AddPenalty(byPanels ? $"end == {Unit}" : null);
        gradient.Store();
    }

    private void Sum(SourceWriter writer, TileEmitter tile, string loop, string x, string dy)
    {
        writer.Line($"ref float xi = {At.Ref("x", x)};");
        writer.Line($"ref float dyi = {At.Ref("dy", dy)};");
        tile.SumWhile(loop, tile.AllRows(1), new Stride(Rows.StepX * XPitch, Rows.StepDY * GradientPitch), "xi", "dyi");
    }

    private string Place(int first, int width) => At.Sum($"n * {Literal.Int(Rows.RowsPerSample * width)}", first * width);
}
