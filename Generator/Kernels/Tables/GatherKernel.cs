using System;
using System.Linq;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Tiles;

namespace StaticNets.Generator.Kernels.Tables;

/// <summary>A row of a table for each index.</summary>
internal sealed class GatherKernel(Gather operation) : Kernel
{
    private readonly Weight _table = operation.Table;
    private readonly int _width = operation.Table.Shape.Last;

    public override void EmitForward(KernelEmission emission)
    {
        Flavour flavour = emission.Flavour.Fit(_width);
        string method = emission.Kernel(
            "Forward",
            $"y = the rows of w that x names: {emission.InputShape().WithBatch}, {_table.Shape} -> {emission.Shape.WithBatch}.",
            "ref float x, ref float w, ref float y, int m0, int m1",
            writer =>
            {
                using (writer.Block("for (int m = m0; m < m1; m++)"))
                {
                    writer.Line($"int index = {Index("m")};");
                    writer.Line($"ref float wi = {At.Ref("w", At.Times("index", _width))};");
                    writer.Line($"ref float ym = {At.Ref("y", At.Times("m", _width))};");
                    RowLoop.Write(writer, flavour, _width, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} row = {flavour.Load("wi", offset)};");
                        VectorStore.WriteAt(writer, flavour, "row", "ym", offset, lanes);
                    });
                }
            });
        emission.Call(method, emission.X(), emission.Weight(0), emission.Y, emission.Rows(emission.InputShape().Size));
    }

    /// <summary>
    /// Each worker owns some rows of the table and adds to them in the batch's order; the penalty's gradient comes last, as everywhere.
    /// </summary>
    public override void EmitWeightGradients(KernelEmission emission)
    {
        Flavour flavour = emission.Flavour.Fit(_width);
        Penalty penalty = _table.Tensor.Penalty;
        string method = emission.Kernel(
            "BackwardWeights",
            $"dw = the sum of dy where x names the row{PenaltyGradient.Text(penalty)}: "
                + $"{emission.InputShape().WithBatch}, {emission.Shape.WithBatch} -> {_table.Shape}.",
            $"ref float x, ref float dy, {PenaltyGradient.Parameters(penalty)}ref float dw, int rows, int first, int last",
            writer =>
            {
                PenaltyGradient.Declare(writer, penalty);
                ForEachRow(writer, flavour, ["dw"], (_, _) => flavour.Zero);
                writer.Line();
                using (writer.Block("for (int m = 0; m < rows; m++)"))
                {
                    writer.Line($"int index = {Index("m")};");
                    using (writer.Block("if (index < first || index >= last)"))
                    {
                        writer.Line("continue;");
                    }

                    writer.Line();
                    writer.Line($"ref float dym = {At.Ref("dy", At.Times("m", _width))};");
                    writer.Line($"ref float dwi = {At.Ref("dw", At.Times("index", _width))};");
                    RowLoop.Write(writer, flavour, _width, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} sum = {flavour.Load("dwi", offset)} + {flavour.Load("dym", offset)};");
                        VectorStore.WriteAt(writer, flavour, "sum", "dwi", offset, lanes);
                    });
                }

                if (!penalty.IsNone)
                {
                    writer.Line();
                    ForEachRow(writer, flavour, ["dw", "w"], (dw, w) => PenaltyGradient.Add(flavour, penalty, dw, w));
                }
            });
        emission.Call(
            method,
            emission.X(),
            emission.DY,
            PenaltyGradient.Arguments(emission, 0),
            emission.WeightGradient(0),
            At.Product(emission.Count, emission.InputShape().Size),
            emission.Share(operation.Limit));
    }

    /// <summary>Replaces each of the worker's rows of dw by an expression of vectors of the operands.</summary>
    private void ForEachRow(SourceWriter writer, Flavour flavour, string[] operands, System.Func<string, string, string> expression)
    {
        using (writer.Block("for (int k = first; k < last; k++)"))
        {
            foreach (string operand in operands)
            {
                writer.Line($"ref float {operand}k = {At.Ref(operand, At.Times("k", _width))};");
            }

            RowLoop.Write(writer, flavour, _width, (offset, lanes) =>
            {
                writer.Line($"{flavour.Type} g = {expression(flavour.Load("dwk", offset), flavour.Load("wk", offset))};");
                VectorStore.WriteAt(writer, flavour, "g", "dwk", offset, lanes);
            });
        }
    }

    private static string Index(string m) => $"unchecked((int){At.Value("x", m)})";
}
