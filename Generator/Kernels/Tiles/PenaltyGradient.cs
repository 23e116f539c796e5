using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Tiles;

/// <summary>Emits <c>l1 sign(w) + 2 l2 w</c>, added to a gradient before its tile leaves the registers. The sign of 0 is 0.</summary>
internal static class PenaltyGradient
{
    /// <summary>What a kernel with a weight's penalty is given beside the gradient: the weight, from a value on, and the scale.</summary>
    public static KernelOperand[] Operands(KernelEmission emission, int weight, IndexSum? first = null) =>
        emission.Weights[weight].Tensor.Penalty.IsNone
            ? []
            : [emission.Weight(weight).As("w").From(first ?? IndexSum.Zero), emission.PenaltyScale()];

    /// <summary>What a summary says of it behind the gradient's formula.</summary>
    public static string Text(Penalty penalty) => penalty.IsNone ? "" : " + the penalty's gradient";

    /// <summary>Declares the factors, so that they stay in registers.</summary>
    public static void Declare(SourceWriter writer, Penalty penalty)
    {
        if (penalty.L1 != 0)
        {
            writer.Line($"float l1 = {Literal.Float(penalty.L1)} * penaltyScale;");
        }

        if (penalty.L2 != 0)
        {
            writer.Line($"float l2 = {Literal.Float(2 * penalty.L2)} * penaltyScale; // twice the factor: the derivative of w^2");
        }
    }

    /// <summary>The gradient with the penalty's added.</summary>
    public static string Add(Flavour flavour, Penalty penalty, string gradient, string w)
    {
        string sum = gradient;
        if (penalty.L1 != 0)
        {
            string signed = $"{flavour.Class}.CopySign({flavour.Broadcast("l1")}, {w})";
            string sign = flavour.Select(flavour.Equal(w, flavour.Zero), flavour.Zero, signed);
            sum = $"{sum} + {sign}";
        }

        if (penalty.L2 != 0)
        {
            sum = $"{sum} + ({flavour.Broadcast("l2")} * {w})";
        }

        return sum;
    }
}
