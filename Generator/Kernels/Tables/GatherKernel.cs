using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Normalizations;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Tables;

/// <summary>A row of a table for each index.</summary>
internal sealed class GatherKernel(Gather operation) : Kernel
{
    private readonly Weight _table = operation.Table;
    private readonly int _width = operation.Table.Shape.Last;

    public override void EmitForward(KernelEmission emission)
    {
        Flavour flavour = emission.Flavour.Fit(_width);
        emission.Emit(
            "Forward",
            $"y = the rows of w that x names: {emission.InputShape().WithBatch}, {_table.Shape} -> {emission.Shape.WithBatch}.",
            [emission.X(), emission.Weight(0), emission.Y, emission.Rows(emission.InputShape().Size)],
            writer =>
            {
                using (writer.Block("for (int m = m0; m < m1; m++)"))
                {
                    writer.Line($"int index = {Index("m")};");
                    writer.Refer("wi", "w", At.Times("index", _width));
                    writer.Refer("ym", "y", At.Times("m", _width));
                    RowLoop.Write(writer, flavour, _width, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} row = {flavour.Load("wi", offset)};");
                        VectorStore.WriteAt(writer, flavour, "row", "ym", offset, lanes);
                    });
                }
            });
    }

    /// <summary>
    /// Each worker owns some rows of the table and adds to each, in the batch's order, what the places that name it got; the penalty's
    /// gradient comes last, as everywhere.
    /// </summary>
    public override void EmitWeightGradients(KernelEmission emission)
    {
        Penalty penalty = _table.Tensor.Penalty;
        emission.Emit(
            "BackwardWeights",
            $"dw = the sum of dy where x names the row{PenaltyGradient.Text(penalty)}: "
                + $"{emission.InputShape().WithBatch}, {emission.Shape.WithBatch} -> {_table.Shape}.",
            [
                emission.X(),
                emission.DY,
                .. PenaltyGradient.Operands(emission, 0),
                emission.WeightGradient(0),
                emission.Derived(GatherPlan.Ends(operation)).As("ends"),
                emission.Extra(GatherPlan.Places(operation)).As("places"),
                emission.CountOf("rows", emission.InputShape().Size),
                emission.Share(operation.Limit).As("first", "last"),
            ],
            writer => WriteGradient(writer, emission.Flavour, penalty));
    }

    private void WriteGradient(SourceWriter writer, Flavour widest, Penalty penalty)
    {
        PenaltyGradient.Declare(writer, penalty);
        writer.Line("ref int endOf = ref Unsafe.As<float, int>(ref ends);");
        writer.Line("ref int placeOf = ref Unsafe.As<float, int>(ref places);");
        writer.Line("int begin = TableRows.List(ref x, rows, first, last, ref endOf, ref placeOf);");
        using (writer.Block("for (int k = first; k < last; k++)"))
        {
            writer.Line("int end = Unsafe.Add(ref endOf, k);");
            writer.Refer("dwk", "dw", At.Times("k", _width));
            if (!penalty.IsNone)
            {
                writer.Refer("wk", "w", At.Times("k", _width));
            }

            ChannelTiles.Write(writer, widest, _width, tile => WriteTile(writer, tile, penalty));
            writer.Line("begin = end;");
        }
    }

    private void WriteTile(SourceWriter writer, ColumnTile tile, Penalty penalty)
    {
        Flavour flavour = tile.Flavour;
        ChannelTiles.Declare(writer, tile, "sum", _ => flavour.Zero);
        var sums = new LongSum(writer, flavour, ChannelTiles.Names(tile, "sum"));
        sums.Begin();
        sums.OverBlocks("i", "begin", "end", 1, SumBlock.Terms, () =>
        {
            string row = At.Sum(At.Times("Unsafe.Add(ref placeOf, i)", _width), "c");
            writer.Refer("dym", "dy", row);
            ChannelTiles.Each(writer, tile, v => $"sum{v} += {flavour.Load("dym", v * flavour.Lanes)};");
        });
        sums.End();
        for (int v = 0; v < tile.Vectors && !penalty.IsNone; v++)
        {
            string sum = "sum" + Literal.Int(v);
            string w = flavour.Load("wk", At.Sum("c", v * flavour.Lanes));
            writer.Line($"{sum} = {PenaltyGradient.Add(flavour, penalty, sum, w)};");
        }

        ChannelTiles.Store(writer, tile, "sum", "dwk");
    }

    private static string Index(string m) => $"unchecked((int){At.Value("x", m)})";
}
