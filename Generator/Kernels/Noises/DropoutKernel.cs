using StaticNets.Generator.Ir.Ops;

namespace StaticNets.Generator.Kernels.Noises;

/// <summary>Drops values.</summary>
internal sealed class DropoutKernel(Noise operation) : NoiseKernel(operation)
{
    private readonly DropoutScale _scale = new(operation.Rate);

    protected override void Emit(KernelEmission emission, bool isGradient, bool adds) => EmitDrop(
        emission,
        _scale,
        isGradient,
        adds,
        writer => WriteElements(writer, emission, adds, (flavour, x, summand) => Product(flavour, x, _scale.Mask(flavour), summand)));
}
