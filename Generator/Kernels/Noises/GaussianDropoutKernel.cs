using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Noises;

/// <summary>Multiplies values by normal numbers around 1, of the variance that a dropout of the same rate has.</summary>
internal sealed class GaussianDropoutKernel(Noise operation) : NoiseKernel(operation)
{
    protected override void Emit(KernelEmission emission, bool isGradient, bool adds) => emission.Emit(
        adds ? "DisturbAdd" : "Disturb",
        $"y {(adds ? "+" : "")}= x times normal numbers around 1: {emission.Shape.WithBatch}. "
            + "The gradient is multiplied by the same numbers.",
        Operands(emission, isGradient),
        writer => WriteElements(writer, emission, adds, (flavour, x, summand) => Product(flavour, x, Factor(flavour), summand)));

    private string Factor(Flavour flavour) =>
        flavour.MultiplyAdd(GaussianKernel.Draw(flavour), flavour.Broadcast(Math.Sqrt(Rate / (1 - Rate))), flavour.Broadcast(1));
}
