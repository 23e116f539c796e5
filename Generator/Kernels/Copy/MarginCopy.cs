using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>
/// Emits copies between an image and a larger one that has margins around it: what zero padding does forward, cropping does backward, and
/// the other way round. Without margins at its sides an image is one row.
/// </summary>
internal sealed class MarginCopy
{
    private readonly Shape _outer;
    private readonly Shape _inner;
    private readonly int _rows;
    private readonly int _row;
    private readonly int _outerRow;
    private readonly int _left;
    private readonly int _right;
    private readonly int _above;
    private readonly int _below;

    /// <param name="outer">The image with its margins: (H, W, C).</param>
    /// <param name="margins">The margins.</param>
    public MarginCopy(Shape outer, Margins margins)
    {
        int channels = outer.Last;
        int height = outer[0] - margins.Top - margins.Bottom;
        int width = outer[1] - margins.Left - margins.Right;
        _outer = outer;
        _inner = new Shape(height, width, channels);
        _above = margins.Top * outer[1] * channels;
        _below = margins.Bottom * outer[1] * channels;
        _left = margins.Left * channels;
        _right = margins.Right * channels;
        bool isOneRow = _left + _right == 0;
        _rows = isOneRow ? 1 : height;
        _row = _inner.Size / _rows;
        _outerRow = _left + _row + _right;
    }

    /// <summary>Emits <c>outer = inner</c> with zeros around it, or adds the inner image.</summary>
    public void EmitOuter(KernelEmission emission, string pass, KernelOperand inner, KernelOperand outer, bool adds)
    {
        emission.Emit(
            pass,
            $"outer {(adds ? "+= inner, inside its margins" : "= inner with zeros around it")}: {_inner.WithBatch} -> {_outer.WithBatch}.",
            [inner.As("inner"), outer.As("outer"), emission.Range],
            writer => WriteRows(
                writer,
                emission.Flavour,
                "outer",
                "inner",
                adds,
                before: () => WriteZeros(writer, emission.Flavour, adds ? 0 : _above, "outern", 0),
                row: () =>
                {
                    WriteZeros(writer, emission.Flavour, adds ? 0 : _left, "outerRow", -_left);
                    WriteZeros(writer, emission.Flavour, adds ? 0 : _right, "outerRow", _row);
                },
                after: () => WriteZeros(writer, emission.Flavour, adds ? 0 : _below, "outern", _outer.Size - _below)));
    }

    /// <summary>Emits <c>inner = outer</c> without its margins, or adds.</summary>
    public void EmitInner(KernelEmission emission, string pass, KernelOperand outer, KernelOperand inner, bool adds)
    {
        emission.Emit(
            pass,
            $"inner {(adds ? "+" : "")}= outer without its margins: {_outer.WithBatch} -> {_inner.WithBatch}.",
            [outer.As("outer"), inner.As("inner"), emission.Range],
            writer => WriteRows(writer, emission.Flavour, "inner", "outer", adds, null, null, null));
    }

    private void WriteRows(
        SourceWriter writer,
        Flavour widest,
        string to,
        string from,
        bool adds,
        System.Action? before,
        System.Action? row,
        System.Action? after)
    {
        Flavour flavour = widest.Fit(_row);
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Refer("innern", "inner", At.Times("n", _inner.Size), _inner);
            writer.Refer("outern", "outer", At.Times("n", _outer.Size), _outer);
            before?.Invoke();
            using (writer.BlockIf(_rows > 1, $"for (int h = 0; h < {Literal.Int(_rows)}; h++)"))
            {
                string h = _rows > 1 ? "h" : "0";
                writer.Refer("innerRow", "innern", At.Times(h, _row));
                writer.Refer("outerRow", "outern", At.Sum(At.Times(h, _outerRow), _above + _left));
                RowLoop.Write(writer, flavour, _row, (offset, lanes) =>
                {
                    string value = flavour.Load(from + "Row", offset);
                    writer.Line($"{flavour.Type} v = {value}{(adds ? " + " + flavour.Load(to + "Row", offset) : "")};");
                    VectorStore.WriteAt(writer, flavour, "v", to + "Row", offset, lanes);
                });
                row?.Invoke();
            }

            after?.Invoke();
        }
    }

    private static void WriteZeros(SourceWriter writer, Flavour widest, int count, string reference, int start)
    {
        if (count == 0)
        {
            return;
        }

        Flavour flavour = widest.Fit(count);
        using (writer.Block())
        {
            writer.Refer("margin", reference, start);
            writer.Line($"{flavour.Type} zero = {flavour.Zero};");
            RowLoop.Write(writer, flavour, count, (offset, lanes) => VectorStore.WriteAt(writer, flavour, "zero", "margin", offset, lanes));
        }
    }
}
