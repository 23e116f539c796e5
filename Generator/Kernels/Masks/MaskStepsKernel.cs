using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Masks;

/// <summary>1 for each step that has another value than a given one, else 0.</summary>
internal sealed class MaskStepsKernel(MaskSteps operation) : Kernel
{
    public override void EmitForward(KernelEmission emission)
    {
        Shape input = emission.InputShape();
        int width = input.Size / emission.Shape.Size;
        Flavour flavour = emission.Flavour.Fit(width);
        string value = flavour.Broadcast(operation.MaskValue);
        emission.Emit(
            "Forward",
            $"y = 1 where a step has another value than {Literal.Float(operation.MaskValue)}, else 0: "
                + $"{input.WithBatch} -> {emission.Shape.WithBatch}.",
            [emission.X(), emission.Y, emission.Rows(emission.Shape.Size)],
            writer =>
            {
                using (writer.Each("m", ("x", width)))
                {
                    writer.Line($"{flavour.Type} others = {flavour.Zero};");
                    RowLoop.Write(writer, flavour, width, (offset, lanes) =>
                    {
                        string other = flavour.Select(flavour.Equal(flavour.Load("xm", offset), value), flavour.Zero, flavour.Broadcast(1));
                        writer.Line($"others += {RowLoop.Masked(flavour, other, lanes, flavour.Zero)};");
                    });
                    writer.Line($"{At.Value("y", "m")} = {flavour.Class}.Sum(others) > 0f ? 1f : 0f;");
                }
            });
    }
}
