using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Plan.Tiles;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>An image (H, W, C) grows by whole factors, and its values are blended linearly.</summary>
internal sealed class BilinearKernel : Kernel
{
    private readonly Shape _input;
    private readonly Shape _output;
    private readonly BilinearAxis _vertical;
    private readonly BilinearAxis _horizontal;
    private readonly int _channels;

    public BilinearKernel(Resize resize)
    {
        _input = resize.Image;
        _channels = _input.Last;
        _vertical = new BilinearAxis("h", _input[0], resize.Factors.Vertical);
        _horizontal = new BilinearAxis("w", _input[1], resize.Factors.Horizontal);
        _output = new Shape(_vertical.Output, _horizontal.Output, _channels);
    }

    public override void EmitForward(KernelEmission emission)
    {
        Flavour flavour = emission.Flavour.Fit(_channels);
        emission.Emit(
            "Forward",
            $"y = x, blended from the four pixels around: {_input.WithBatch} -> {_output.WithBatch}.",
            [emission.X(), emission.Y, emission.Range],
            writer => WriteLoops(
                writer,
                ("x", _input),
                ("y", _output),
                "o",
                () =>
                {
                    _vertical.WriteNeighbours(writer);
                    writer.Refer("xAbove", "xn", At.Times("h0", _input[1] * _channels));
                    writer.Refer("xBelow", "xn", At.Times("h1", _input[1] * _channels));
                },
                () =>
                {
                    _horizontal.WriteNeighbours(writer);
                    writer.Line($"int left = {At.Times("w0", _channels)};");
                    writer.Line($"int right = {At.Times("w1", _channels)};");
                    RowLoop.Write(writer, flavour, _channels, (offset, lanes) =>
                    {
                        string left = At.Sum("left", offset);
                        string right = At.Sum("right", offset);
                        WriteBlend(writer, flavour, "above", flavour.Load("xAbove", left), flavour.Load("xAbove", right), "wShare");
                        WriteBlend(writer, flavour, "below", flavour.Load("xBelow", left), flavour.Load("xBelow", right), "wShare");
                        WriteBlend(writer, flavour, "v", "above", "below", "hShare");
                        VectorStore.WriteAt(writer, flavour, "v", "yp", offset, lanes);
                    });
                }));
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        Flavour flavour = emission.Flavour.Fit(_channels);
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= the sum of dy, each times what x counted in it: {_output.WithBatch} -> {_input.WithBatch}.",
            [emission.DY, emission.DX(), emission.Range],
            writer => WriteLoops(
                writer,
                ("dy", _output),
                ("dx", _input),
                "",
                () => _vertical.WriteReaders(writer),
                () =>
                {
                    _horizontal.WriteReaders(writer);
                    RowLoop.Write(writer, flavour, _channels, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} sum = {(accumulates ? flavour.Load("dxp", offset) : flavour.Zero)};");
                        var whole = new LongSum(writer, flavour, ["sum"]);
                        bool isLong = (long)_vertical.MostReaders * _horizontal.MostReaders > SumBlock.Terms;
                        if (isLong)
                        {
                            whole.Begin();
                        }

                        _vertical.WriteShares(writer, null, () => _horizontal.WriteShares(writer, isLong ? whole : null, () =>
                        {
                            string place = At.Sum(At.Times(At.Sum(At.Times("oh", _output[1]), "ow"), _channels), offset);
                            string share = flavour.Broadcast("hShare * wShare");
                            writer.Line($"sum = {flavour.MultiplyAdd(flavour.Load("dyn", place), share, "sum")};");
                        }));
                        if (isLong)
                        {
                            whole.End();
                        }

                        VectorStore.WriteAt(writer, flavour, "sum", "dxp", offset, lanes);
                    });
                }));
    }

    /// <summary>Writes loops over samples, rows and pixels of what is written; in the body of a pixel <c>…p</c> is its place.</summary>
    private void WriteLoops(
        SourceWriter writer,
        (string Name, Shape Shape) read,
        (string Name, Shape Shape) written,
        string prefix,
        Action row,
        Action pixel)
    {
        using (writer.Block("for (int n = n0; n < n1; n++)"))
        {
            writer.Refer(read.Name + "n", read.Name, At.Times("n", read.Shape.Size), read.Shape);
            writer.Refer(written.Name + "n", written.Name, At.Times("n", written.Shape.Size), written.Shape);
            using (writer.Block($"for (int {prefix}h = 0; {prefix}h < {Literal.Int(written.Shape[0])}; {prefix}h++)"))
            {
                row();
                using (writer.Block($"for (int {prefix}w = 0; {prefix}w < {Literal.Int(written.Shape[1])}; {prefix}w++)"))
                {
                    string position = At.Sum(At.Times(prefix + "h", written.Shape[1]), prefix + "w");
                    writer.Refer(written.Name + "p", written.Name + "n", At.Times(position, _channels));
                    pixel();
                }
            }
        }
    }

    private static void WriteBlend(SourceWriter writer, Flavour flavour, string name, string from, string to, string share)
    {
        writer.Line($"{flavour.Type} {name} = {from};");
        writer.Line($"{name} = {flavour.MultiplyAdd($"{to} - {name}", flavour.Broadcast(share), name)};");
    }
}
