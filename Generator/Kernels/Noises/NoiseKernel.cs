using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Noises;

/// <summary>
/// Disturbs values. What is drawn is a function of seed, iteration, layer and place, so the backward pass computes it again instead of
/// reading it, and every split of the batch sees the same.
/// </summary>
internal abstract class NoiseKernel(Noise operation) : Kernel
{
    /// <summary>The share that is dropped, or the standard deviation.</summary>
    protected double Rate { get; } = operation.Rate;

    public override void EmitForward(KernelEmission emission) => Emit(emission, isGradient: false, adds: false);

    protected override void EmitBackwardData(KernelEmission emission, bool accumulates) => Emit(emission, isGradient: true, accumulates);

    /// <summary>Emits the kernel from <c>x</c> to <c>y</c>, which are gradients in the backward pass.</summary>
    /// <param name="emission">Where to.</param>
    /// <param name="isGradient">Whether x is the output's gradient and y the input's.</param>
    /// <param name="adds">Whether to add to y.</param>
    protected abstract void Emit(KernelEmission emission, bool isGradient, bool adds);

    /// <summary>The operands of that kernel.</summary>
    protected KernelOperand[] Operands(KernelEmission emission, bool isGradient) =>
    [
        (isGradient ? emission.DY : emission.X()).As("x"),
        (isGradient ? emission.DX() : emission.Y).As("y"),
        emission.DropoutKey(operation.Stream),
        emission.Range,
    ];

    /// <summary>What <see cref="Emit"/> does for a layer that multiplies values and gradients by the same factors.</summary>
    protected void EmitDrop(
        KernelEmission emission, DropoutScale scale, bool isGradient, bool adds, Action<SourceWriter> body) => emission.Emit(
        adds ? "DropAdd" : "Drop",
        $"y {(adds ? "+" : "")}= x times the mask, whose values are 0 or {scale.Kept}: {emission.Shape.WithBatch}. "
            + "The gradient goes through the same mask.",
        Operands(emission, isGradient),
        body);

    /// <summary>Writes a loop over all values; the expression gets a vector of x and, where the loop adds, one of y.</summary>
    protected static void WriteElements(
        SourceWriter writer, KernelEmission emission, bool adds, Func<Flavour, string, string?, string> expression)
    {
        int size = emission.Shape.Size;
        SampleLoop.Write(
            writer,
            emission.Flavour,
            size,
            adds ? [new("x", size), new("y", size)] : [new("x", size)],
            new("y", size),
            (flavour, values) => expression(flavour, values[0], adds ? values[1] : null),
            index: true);
    }

    /// <summary>A product, or a product and a sum.</summary>
    protected static string Product(Flavour flavour, string x, string factor, string? summand) =>
        summand is null ? $"{x} * {factor}" : flavour.MultiplyAdd(x, factor, summand);
}
