namespace StaticNets.Generator.Ir.Functions;

/// <summary>All activations, one line each, as <c>StaticNets.Activation</c> names them. Layers add some with other parameters.</summary>
internal static class KnownActivations
{
    public static readonly Activation Linear = Of(Shared.Activation.Linear) with { FitsInRegisters = true };

    public static readonly Activation Softmax = Of(Shared.Activation.Softmax) with { IsOfRows = true };

    private static readonly Activation[] s_all =
    [
        Linear,
        new ReluActivation(),
        new LeakyReluActivation(),
        new EluActivation(),
        Of(Shared.Activation.Sigmoid),
        Of(Shared.Activation.Tanh),
        Of(Shared.Activation.Gelu) with { DerivativeReadsInput = true },
        Of(Shared.Activation.Silu) with { DerivativeReadsInput = true },
        Softmax,
        Of(Shared.Activation.Relu6) with { FitsInRegisters = true },
        Of(Shared.Activation.Selu),
        Of(Shared.Activation.Celu),
        Of(Shared.Activation.Mish) with { DerivativeReadsInput = true },
        Of(Shared.Activation.Softplus),
        Of(Shared.Activation.Softsign),
        Of(Shared.Activation.HardSigmoid) with { FitsInRegisters = true },
        Of(Shared.Activation.HardSilu) with { DerivativeReadsInput = true },
        Of(Shared.Activation.Exponential),
        Of(Shared.Activation.LogSoftmax) with { IsOfRows = true },
        Of(Shared.Activation.GeluTanh) with { DerivativeReadsInput = true },
        Of(Shared.Activation.LogSigmoid),
        Of(Shared.Activation.HardTanh) with { FitsInRegisters = true },
        Of(Shared.Activation.TanhShrink) with { DerivativeReadsInput = true },
        Of(Shared.Activation.SoftShrink) with { FitsInRegisters = true },
        Of(Shared.Activation.HardShrink) with { FitsInRegisters = true },
        Of(Shared.Activation.SquarePlus),
        Of(Shared.Activation.SparsePlus) with { FitsInRegisters = true },
        Of(Shared.Activation.SparseSigmoid) with { FitsInRegisters = true },
        Of(Shared.Activation.Sparsemax) with { IsOfRows = true },
    ];

    /// <summary>The activation that a user names.</summary>
    public static Activation Get(Shared.Activation member) => Named(member.ToString());

    /// <summary>The activation of a name.</summary>
    public static Activation Named(string name) => s_all.First(activation => activation.Name == name);

    private static Activation Of(Shared.Activation member) => new(member.ToString());
}
