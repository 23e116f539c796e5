using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Masks;

/// <summary>The operand with zeros in the steps that don't count.</summary>
internal sealed class ClearMaskedKernel : Kernel
{
    public override void EmitForward(KernelEmission emission) =>
        EmitRows(emission, "Forward", emission.X(), emission.Y, accumulates: false);

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates) =>
        EmitRows(emission, "BackwardData", emission.DY, emission.DX(), accumulates);

    private static void EmitRows(KernelEmission emission, string pass, KernelOperand from, KernelOperand to, bool accumulates)
    {
        string name = to.Name;
        Shape shape = emission.Shape;
        Flavour flavour = emission.Flavour.Fit(shape.Last);
        emission.Emit(
            pass + (accumulates ? "Add" : ""),
            $"{name} {(accumulates ? "+" : "")}= x where the mask is not 0, else 0: {shape.WithBatch}.",
            [from.As("x"), emission.X(1).As("mask"), to, emission.Rows(shape.Rows)],
            writer =>
            {
                using (writer.Each("m", ("x", shape.Last)))
                {
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
    }
}
