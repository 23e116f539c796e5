using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Masks;

/// <summary>The operand with zeros in the steps that don't count.</summary>
internal sealed class ClearMaskedKernel : Kernel
{
    public override void EmitForward(KernelEmission emission) =>
        EmitRows(emission, "Forward", emission.X(), "y", emission.Y, accumulates: false);

    public override void EmitBackward(KernelEmission emission)
    {
        if (emission.NeedsInputGradient())
        {
            EmitRows(emission, "BackwardData", emission.DY, "dx", emission.DX(), emission.Accumulates());
        }
    }

    private static void EmitRows(KernelEmission emission, string pass, string from, string name, string to, bool accumulates)
    {
        Shape shape = emission.Shape;
        Flavour flavour = emission.Flavour.Fit(shape.Last);
        string method = emission.Kernel(
            pass + (accumulates ? "Add" : ""),
            $"{name} {(accumulates ? "+" : "")}= x where the mask is not 0, else 0: {shape.WithBatch}.",
            $"ref float x, ref float mask, ref float {name}, int m0, int m1",
            writer =>
            {
                using (writer.Block("for (int m = m0; m < m1; m++)"))
                {
                    writer.Refer("xm", "x", At.Times("m", shape.Last));
                    writer.Refer(name + "m", name, At.Times("m", shape.Last));
                    writer.Line($"{flavour.Type} isMasked = {flavour.Equal(flavour.Broadcast(At.Value("mask", "m")), flavour.Zero)};");
                    RowLoop.Write(writer, flavour, shape.Last, (offset, lanes) =>
                    {
                        string kept = flavour.Select("isMasked", flavour.Zero, flavour.Load("xm", offset));
                        writer.Line($"{flavour.Type} result = {kept}{(accumulates ? " + " + flavour.Load(name + "m", offset) : "")};");
                        VectorStore.WriteAt(writer, flavour, "result", name + "m", offset, lanes);
                    });
                }
            });
        emission.Call(method, from, emission.X(1), to, emission.Rows(shape.Rows));
    }
}
