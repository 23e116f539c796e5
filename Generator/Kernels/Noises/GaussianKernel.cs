using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Noises;

/// <summary>Adds normal numbers around 0. The gradient passes as it is.</summary>
internal sealed class GaussianKernel(Noise operation) : NoiseKernel(operation)
{
    /// <summary>The vector of standard normal numbers at <c>index</c>.</summary>
    public static string Draw(Flavour flavour) => $"NormalNoise.Draw{Literal.Int(flavour.Bits)}(key, index)";

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates)
    {
        int size = emission.Shape.Size;
        emission.Emit(
            "BackwardData",
            $"dx {(accumulates ? "+" : "")}= dy: {emission.Shape.WithBatch}.",
            [emission.DY, emission.DX(), emission.Range],
            writer => SampleLoop.Write(
                writer,
                emission.Flavour,
                size,
                accumulates ? [new("dy", size), new("dx", size)] : [new("dy", size)],
                new("dx", size),
                (_, values) => string.Join(" + ", values)));
    }

    protected override void Emit(KernelEmission emission, bool isGradient, bool adds) => emission.Emit(
        "Disturb",
        $"y = x + {Literal.Short(Rate)} times standard normal numbers: {emission.Shape.WithBatch}.",
        Operands(emission, isGradient),
        writer => WriteElements(writer, emission, adds, (flavour, x, _) =>
            flavour.MultiplyAdd(Draw(flavour), flavour.Broadcast(Rate), x)));
}
