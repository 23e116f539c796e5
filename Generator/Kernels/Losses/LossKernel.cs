using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>Emits the kernel that computes the loss of each sample, the outputs and, for training, the gradient, in one pass.</summary>
internal static class LossKernel
{
    public static void Write(
        SourceWriter writer, Loss loss, Flavour widest, Shape shape, bool isFused, bool withGradient, LossPlace place)
    {
        int rows = shape.Rows;
        var row = new LossRow(widest.Fit(shape.Last), shape.Last, isFused, withGradient);
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            if (place.LeavesRowsOut)
            {
                WriteMasked(writer, loss, row, place, rows);
                return;
            }

            writer.Line("double loss = 0;");
            if (withGradient)
            {
                writer.Line($"float scale = Unsafe.Add(ref scales, n){Literal.Factor(place.Weight / rows)};");
            }

            if (rows == 1)
            {
                WriteRow(writer, loss, row, place, "n", "0");
            }
            else if (place.IsWhole)
            {
                using (writer.Block($"for (int row = {At.Times("n", rows)}; row < {At.Times("n + 1", rows)}; row++)"))
                {
                    WriteRow(writer, loss, row, place, "row", "0");
                }
            }
            else
            {
                using (writer.Block($"for (int r = 0; r < {Literal.Int(rows)}; r++)"))
                {
                    WriteRow(writer, loss, row, place, At.Sum(At.Times("n", rows), "r"), "r");
                }
            }

            writer.Line($"{At.Value("losses", At.Sum(At.Times("n", place.Count), place.Index))} = {Mean("loss", rows)};");
        }
    }

    /// <summary>
    /// Writes a sample of which some rows count alone. What all weigh is known when the batch is: the gradient has it in <c>valid</c>,
    /// and the losses get it when they are added up, for which the number of rows that count is kept.
    /// </summary>
    private static void WriteMasked(SourceWriter writer, Loss loss, LossRow row, LossPlace place, int rows)
    {
        writer.Line("double validLoss = 0;");
        writer.Line("int validRows = 0;");
        if (row.WithGradient)
        {
            writer.Line($"float scaleN = Unsafe.Add(ref scales, n) * valid{Literal.Factor(place.Weight / rows)};");
        }

        using (writer.Block($"for (int r = 0; r < {Literal.Int(rows)}; r++)"))
        {
            WriteValidity(writer, place, rows);
            writer.Line("double loss = 0;");
            if (row.WithGradient)
            {
                writer.Line("float scale = isValid ? scaleN : 0f;");
            }

            WriteRow(writer, loss, row, place, At.Sum(At.Times("n", rows), "r"), "r");
            using (writer.Block("if (isValid)"))
            {
                writer.Line("validLoss += loss;");
                writer.Line("validRows++;");
            }
        }

        writer.Line($"{At.Value("losses", At.Sum(At.Times("n", place.Count), place.Index))} = {Mean("validLoss", rows)};");
        writer.Line($"{At.Value("losses", At.Sum(At.Times("n", place.Count), place.StepsIndex))} = validRows;");
    }

    /// <summary>Declares <c>isValid</c> and, where a label does not count, <c>given</c>: the label as it came.</summary>
    private static void WriteValidity(SourceWriter writer, LossPlace place, int rows)
    {
        var conditions = new List<string>();
        if (place.Steps > 0)
        {
            int rowsOfStep = rows / place.Steps;
            string step = rowsOfStep == 1 ? "r" : $"(r / {Literal.Int(rowsOfStep)})";
            conditions.Add($"{At.Value("mask", At.Sum(At.Times("n", place.Steps), step))} != 0f");
        }

        if (place.Ignored is int ignored)
        {
            string label = place.IsWhole ? At.Sum(At.Times("n", rows), "r") : Among(place.KnownStride, place.KnownOffset, "r");
            writer.Line($"int given = Unsafe.Add(ref labels, {label});");
            conditions.Add($"given != {Literal.Int(ignored)}");
        }

        writer.Line($"bool isValid = {string.Join(" && ", conditions)};");
    }

    // Losses are added up in double: there may be millions of rows.
    private static string Mean(string sum, int rows) => rows == 1 ? $"(float){sum}" : $"(float)({sum} / {Literal.Int(rows)})";

    /// <summary>Writes one row of the output.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="row">The row's form.</param>
    /// <param name="place">Where the output stands among others.</param>
    /// <param name="index">The row's number among those of all samples.</param>
    /// <param name="r">The row's number in its sample, where other outputs stand between samples.</param>
    private static void WriteRow(SourceWriter writer, Loss loss, LossRow row, LossPlace place, string index, string r)
    {
        string own = At.Times(index, row.Classes);
        writer.Refer("zr", "z", own);
        writer.Refer("yr", "y", place.IsWhole ? own : Among(place.Stride, place.Offset, At.Times(r, row.Classes)));
        if (loss.IsSparse)
        {
            string label = place.IsWhole ? index : Among(place.KnownStride, place.KnownOffset, r);
            writer.Line($"int label = {(place.Ignored is null ? $"Unsafe.Add(ref labels, {label})" : "isValid ? given : 0")};");
        }
        else
        {
            string targets = place.IsWhole ? own : Among(place.KnownStride, place.KnownOffset, At.Times(r, row.Classes));
            writer.Refer("tr", "targets", targets);
        }

        if (row.WithGradient)
        {
            writer.Refer("dzr", "dz", own);
        }

        LossFormula.Of(loss).WriteRow(writer, row);
    }

    private static string Among(int stride, int offset, string within) =>
        At.Sum(At.Sum(At.Times("n", stride), offset), within);
}
