using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Copy;

/// <summary>Each value several times in a row: what a depthwise convolution with a multiplier reads.</summary>
internal sealed class RepeatedChannelsKernel(Repeat operation) : Kernel
{
    // More values than this are summed in a loop.
    private const int MostUnrolled = 8;

    private readonly int _times = operation.Times;

    public override void EmitForward(KernelEmission emission)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(_times);
        int written = flavour.Vectors(_times) * flavour.Lanes;
        emission.Emit(
            "Forward",
            $"y = each value of x {Literal.Int(_times)} times: {input.WithBatch} -> {emission.Shape.WithBatch}.",
            [emission.X(), emission.Y, emission.Range],
            writer =>
            {
                // A store that reaches into the next values' places is overwritten by theirs; the last ones are exact.
                int lastExact = (written - 1) / _times;
                writer.Line($"int m = {At.Times("n0", input.Size)};");
                writer.Line($"int end = {At.Times("n1", input.Size)};");
                using (writer.Block(lastExact == 0 ? "for (; m < end; m++)" : $"for (; m < end - {Literal.Int(lastExact)}; m++)"))
                {
                    WriteValue(writer, flavour, written);
                }

                if (lastExact > 0)
                {
                    using (writer.Block("for (; m < end; m++)"))
                    {
                        WriteValue(writer, flavour, _times);
                    }
                }
            });
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        Shape input = emission.InputShape();
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= the sum of the {Literal.Int(_times)} gradients of each value: "
                + $"{emission.Shape.WithBatch} -> {input.WithBatch}.",
            [emission.DY, emission.DX(), emission.Range],
            writer =>
            {
                using (writer.Block($"for (int i = {At.Times("n0", input.Size)}; i < {At.Times("n1", input.Size)}; i++)"))
                {
                    writer.Refer("dyi", "dy", At.Times("i", _times));
                    WriteSum(writer);
                    writer.Line($"Unsafe.Add(ref dx, i) {(accumulates ? "+=" : "=")} {(_times > MostUnrolled ? "(float)" : "")}sum;");
                }
            });
    }

    private void WriteValue(SourceWriter writer, Flavour flavour, int lanes)
    {
        writer.Line($"{flavour.Type} value = {flavour.Broadcast("Unsafe.Add(ref x, m)")};");
        writer.Refer("ym", "y", At.Times("m", _times));
        RowLoop.Write(writer, flavour, lanes, (offset, count) => VectorStore.WriteAt(writer, flavour, "value", "ym", offset, count));
    }

    private void WriteSum(SourceWriter writer)
    {
        if (_times <= MostUnrolled)
        {
            writer.Line($"float sum = {string.Join(" + ", Enumerable.Range(0, _times).Select(m => At.Value("dyi", m)))};");
            return;
        }

        writer.Line("double sum = 0;");
        using (writer.Block($"for (int m = 0; m < {Literal.Int(_times)}; m++)"))
        {
            writer.Line("sum += Unsafe.Add(ref dyi, m);");
        }
    }
}
