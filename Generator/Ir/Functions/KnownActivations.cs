using System.Collections.Generic;
using System.Linq;

namespace StaticNets.Generator.Ir.Functions;

/// <summary>All activations, one line each, as <c>StaticNets.Activation</c> names them. Layers add some with other parameters.</summary>
internal static class KnownActivations
{
    public static readonly Activation Linear = new("Linear") { FitsInRegisters = true };

    public static readonly Activation Softmax = new("Softmax") { IsOfRows = true };

    private static readonly Activation[] s_all =
    [
        Linear,
        new ReluActivation(),
        new LeakyReluActivation(),
        new EluActivation(),
        new("Sigmoid"),
        new("Tanh"),
        new("Gelu") { DerivativeReadsInput = true },
        new("Silu") { DerivativeReadsInput = true },
        Softmax,
        new("Relu6") { FitsInRegisters = true },
        new("Selu"),
        new("Celu"),
        new("Mish") { DerivativeReadsInput = true },
        new("Softplus"),
        new("Softsign"),
        new("HardSigmoid") { FitsInRegisters = true },
        new("HardSilu") { DerivativeReadsInput = true },
        new("Exponential"),
        new("LogSoftmax") { IsOfRows = true },
        new("GeluTanh") { DerivativeReadsInput = true },
        new("LogSigmoid"),
        new("HardTanh") { FitsInRegisters = true },
        new("TanhShrink") { DerivativeReadsInput = true },
        new("SoftShrink") { FitsInRegisters = true },
        new("HardShrink") { FitsInRegisters = true },
        new("SquarePlus"),
        new("SparsePlus") { FitsInRegisters = true },
        new("SparseSigmoid") { FitsInRegisters = true },
        new("Sparsemax") { IsOfRows = true },
    ];

    /// <summary>The members of <c>StaticNets.Activation</c>.</summary>
    public static IEnumerable<string> Names => s_all.Select(activation => activation.Name);

    /// <summary>The activation of a name.</summary>
    public static Activation Get(string name) => s_all.First(activation => activation.Name == name);
}
