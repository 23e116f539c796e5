using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Noises;

/// <summary>
/// Sets values to the limit of SELU and brings all on a line, so that mean 0 and variance 1 stay (Klambauer et al., 2017).
/// </summary>
internal sealed class AlphaDropoutKernel(Noise operation) : NoiseKernel(operation)
{
    /// <summary>SELU of minus infinity.</summary>
    private const double Limit = -1.7580993408473766;

    private readonly DropoutScale _scale = new(operation.Rate);
    private readonly double _slope = 1 / Math.Sqrt((1 - operation.Rate) * (1 + (operation.Rate * Limit * Limit)));

    private double Offset => -_slope * Limit * Rate;

    private double Dropped => (_slope * Limit) + Offset;

    protected override void Emit(KernelEmission emission, bool isGradient, bool adds)
    {
        string slope = Literal.Float(_slope);
        string formula = isGradient
            ? $"y {(adds ? "+" : "")}= x times the mask, whose values are 0 or {slope}"
            : $"y = x * {slope} + {Literal.Float(Offset)} where the mask is not 0, {Literal.Float(Dropped)} where it is";
        emission.Emit(
            isGradient ? adds ? "DropGradientAdd" : "DropGradient" : "Drop",
            $"{formula}: {emission.Shape.WithBatch}.",
            Operands(emission, isGradient),
            writer => WriteElements(writer, emission, adds, (flavour, x, summand) =>
                isGradient ? Product(flavour, x, _scale.Mask(flavour, slope), summand) : Value(flavour, x, _scale.Mask(flavour, slope))));
    }

    /// <summary>The line of a mask that only holds 0 and the slope, or the limit on the line.</summary>
    private string Value(Flavour flavour, string x, string mask) => flavour.Select(
        flavour.Equal(mask, flavour.Zero),
        flavour.Broadcast(Dropped),
        flavour.MultiplyAdd(x, flavour.Broadcast(_slope), flavour.Broadcast(Offset)));
}
