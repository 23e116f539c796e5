using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Pools;

/// <summary>The mean over all positions.</summary>
internal sealed class GlobalAverageKernel : Kernel
{
    public override void EmitForward(KernelEmission emission)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        emission.Emit(
            "Forward",
            $"y = the mean x of all positions: {input.WithBatch} -> {emission.Shape.WithBatch}.",
            [emission.X(), emission.Y, emission.Range],
            writer =>
            {
                using (writer.Each("n", ("x", input.Size), ("y", input.Last)))
                {
                    RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} sum = {flavour.Zero};");
                        new LongSum(writer, flavour, ["sum"]).Over("p", input.Rows, 1, () =>
                            writer.Line($"sum += {flavour.Load("xn", At.Sum(At.Times("p", input.Last), offset))};"));
                        writer.Line($"{flavour.Type} mean = sum * {flavour.Broadcast(1.0 / input.Rows)};");
                        VectorStore.WriteAt(writer, flavour, "mean", "yn", offset, lanes);
                    });
                }
            });
    }

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy / {Literal.Int(input.Rows)} at every position: "
                + $"{emission.Shape.WithBatch} -> {input.WithBatch}.",
            [emission.DY, emission.DX(), emission.Range],
            writer =>
            {
                using (writer.Each("n", ("dy", input.Last)))
                {
                    using (writer.Block($"for (int p = 0; p < {Literal.Int(input.Rows)}; p++)"))
                    {
                        writer.Refer("dxp", "dx", $"n * {Literal.Int(input.Size)} + {At.Times("p", input.Last)}");
                        RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                        {
                            string share = $"{flavour.Load("dyn", offset)} * {flavour.Broadcast(1.0 / input.Rows)}";
                            writer.Line($"{flavour.Type} g = {share}{(accumulates ? " + " + flavour.Load("dxp", offset) : "")};");
                            VectorStore.WriteAt(writer, flavour, "g", "dxp", offset, lanes);
                        });
                    }
                }
            });
    }
}
