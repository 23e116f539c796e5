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
        string method = emission.Kernel(
            "Forward",
            $"y = the mean x of all positions: {input.WithBatch} -> {emission.Shape.WithBatch}.",
            "ref float x, ref float y, int n0, int n1",
            writer =>
            {
                using (writer.Block("for (int n = n0; n < n1; n++)"))
                {
                    Declare(writer, "x", input.Size);
                    Declare(writer, "y", input.Last);
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
        emission.Call(method, emission.X(), emission.Y, emission.Range);
    }

    public override void EmitBackward(KernelEmission emission)
    {
        if (!emission.NeedsInputGradient())
        {
            return;
        }

        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        bool accumulates = emission.Accumulates();
        string method = emission.Kernel(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy / {Literal.Int(input.Rows)} at every position: "
                + $"{emission.Shape.WithBatch} -> {input.WithBatch}.",
            "ref float dy, ref float dx, int n0, int n1",
            writer =>
            {
                using (writer.Block("for (int n = n0; n < n1; n++)"))
                {
                    Declare(writer, "dy", input.Last);
                    using (writer.Block($"for (int p = 0; p < {Literal.Int(input.Rows)}; p++)"))
                    {
                        writer.Line($"ref float dxp = {At.Ref("dx", $"n * {Literal.Int(input.Size)} + {At.Times("p", input.Last)}")};");
                        RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                        {
                            string share = $"{flavour.Load("dyn", offset)} * {flavour.Broadcast(1.0 / input.Rows)}";
                            writer.Line($"{flavour.Type} g = {share}{(accumulates ? " + " + flavour.Load("dxp", offset) : "")};");
                            VectorStore.WriteAt(writer, flavour, "g", "dxp", offset, lanes);
                        });
                    }
                }
            });
        emission.Call(method, emission.DY, emission.DX(), emission.Range);
    }


    /// <summary>Declares an operand's sample.</summary>
    private static void Declare(SourceWriter writer, string name, int size) =>
        writer.Line($"ref float {name}n = {At.Ref(name, At.Times("n", size))};");
}
