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

    public override void EmitForward(KernelEmission emission)
    {
        string method = Add(emission, isGradient: false, adds: false);
        emission.Call(method, emission.X(), emission.Y, emission.DropoutKey(operation.Stream), emission.Range);
    }

    public override void EmitBackward(KernelEmission emission)
    {
        if (emission.NeedsInputGradient())
        {
            string method = Add(emission, isGradient: true, emission.Accumulates());
            emission.Call(method, emission.DY, emission.DX(), emission.DropoutKey(operation.Stream), emission.Range);
        }
    }

    /// <summary>Adds the kernel from <c>x</c> to <c>y</c>, which are gradients in the backward pass, and returns its name.</summary>
    /// <param name="emission">Where to.</param>
    /// <param name="isGradient">Whether x is the output's gradient and y the input's.</param>
    /// <param name="adds">Whether to add to y.</param>
    protected abstract string Add(KernelEmission emission, bool isGradient, bool adds);

    /// <summary>What <see cref="Add"/> adds for a layer that multiplies values and gradients by the same factors.</summary>
    protected static string DropKernel(
        KernelEmission emission, DropoutScale scale, bool adds, Action<SourceWriter> body) => emission.Kernel(
        adds ? "DropAdd" : "Drop",
        $"y {(adds ? "+" : "")}= x times the mask, whose values are 0 or {scale.Kept}: {emission.Shape.WithBatch}. "
            + "The gradient goes through the same mask.",
        "ref float x, ref float y, ulong key, int n0, int n1",
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
