using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Pools;

/// <summary>The largest value over all positions. The gradient goes to the first of equals.</summary>
internal sealed class GlobalMaxKernel : Kernel
{
    public override void EmitForward(KernelEmission emission)
    {
        Shape input = emission.InputShape();
        Flavour flavour = emission.Flavour.Fit(input.Last);
        emission.Emit(
            "Forward",
            $"y = the largest x of all positions: {input.WithBatch} -> {emission.Shape.WithBatch}.",
            [emission.X(), emission.Y, emission.Range],
            writer =>
            {
                using (writer.Each("n", ("x", input.Size), ("y", input.Last)))
                {
                    RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} best = {flavour.Load("xn", offset)};");
                        using (writer.Block($"for (int p = 1; p < {Literal.Int(input.Rows)}; p++)"))
                        {
                            writer.Line($"{flavour.Type} v = {flavour.Load("xn", At.Sum(At.Times("p", input.Last), offset))};");
                            writer.Line($"best = {Flavour.Maximum("best", "v")};");
                        }

                        VectorStore.WriteAt(writer, flavour, "best", "yn", offset, lanes);
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
            $"dx {(accumulates ? "+" : "")}= dy at the first largest x, 0 elsewhere: {emission.Shape.WithBatch} -> {input.WithBatch}.",
            [emission.X(), emission.Y, emission.DY, emission.DX(), emission.Range],
            writer =>
            {
                using (writer.Each("n", ("x", input.Size), ("dx", input.Size), ("y", input.Last), ("dy", input.Last)))
                {
                    RowLoop.Write(writer, flavour, input.Last, (offset, lanes) =>
                    {
                        writer.Line($"{flavour.Type} best = {flavour.Load("yn", offset)};");
                        writer.Line($"{flavour.Type} left = {flavour.Load("dyn", offset)}; // becomes 0 once a position has taken it");
                        using (writer.Block($"for (int p = 0; p < {Literal.Int(input.Rows)}; p++)"))
                        {
                            writer.Line($"int at = {At.Sum(At.Times("p", input.Last), offset)};");
                            writer.Line($"{flavour.Type} wins = {flavour.Equal(flavour.Load("xn", "at"), "best")};");
                            string share = flavour.Select("wins", "left", flavour.Zero);
                            writer.Line($"{flavour.Type} g = {share}{(accumulates ? " + " + flavour.Load("dxn", "at") : "")};");
                            writer.Line($"left = {flavour.Select("wins", flavour.Zero, "left")};");
                            VectorStore.WriteComputed(writer, flavour, "g", "dxn", "at", lanes);
                        }
                    });
                }
            });
    }
}
