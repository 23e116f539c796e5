using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels;

/// <summary>The formula of each activation.</summary>
internal static class ActivationFormulas
{
    private static readonly Dictionary<string, ElementFormula> s_elements = new()
    {
        [nameof(Shared.Activation.Linear)] = new Linear(),
        [nameof(Shared.Activation.Sigmoid)] = new Sigmoid(),
        [nameof(Shared.Activation.Tanh)] = new Tanh(),
        [nameof(Shared.Activation.Gelu)] = new Gelu(),
        [nameof(Shared.Activation.Silu)] = new Silu(),
        [nameof(Shared.Activation.Relu6)] = ClampedLine.Relu6,
        [nameof(Shared.Activation.Selu)] = Elu.Selu,
        [nameof(Shared.Activation.Celu)] = Elu.Celu,
        [nameof(Shared.Activation.Mish)] = new Mish(),
        [nameof(Shared.Activation.Softplus)] = new Softplus(),
        [nameof(Shared.Activation.Softsign)] = new Softsign(),
        [nameof(Shared.Activation.HardSigmoid)] = ClampedLine.HardSigmoid,
        [nameof(Shared.Activation.HardSilu)] = new HardSilu(),
        [nameof(Shared.Activation.Exponential)] = new Exponential(),
        [nameof(Shared.Activation.GeluTanh)] = new GeluTanh(),
        [nameof(Shared.Activation.LogSigmoid)] = new LogSigmoid(),
        [nameof(Shared.Activation.HardTanh)] = ClampedLine.HardTanh,
        [nameof(Shared.Activation.TanhShrink)] = new TanhShrink(),
        [nameof(Shared.Activation.SoftShrink)] = new Shrink(isSoft: true),
        [nameof(Shared.Activation.HardShrink)] = new Shrink(isSoft: false),
        [nameof(Shared.Activation.SquarePlus)] = new SquarePlus(),
        [nameof(Shared.Activation.SparsePlus)] = new SparsePlus(),
        [nameof(Shared.Activation.SparseSigmoid)] = ClampedLine.SparseSigmoid,
    };

    private static readonly Dictionary<string, RowFormula> s_rows = new()
    {
        [nameof(Shared.Activation.Softmax)] = new Softmax(),
        [nameof(Shared.Activation.LogSoftmax)] = new LogSoftmax(),
        [nameof(Shared.Activation.Sparsemax)] = new Sparsemax(),
    };

    /// <summary>The value for z of an activation of each value alone.</summary>
    public static string Forward(this Activation activation, Flavour flavour, string z) => Of(activation).Forward(flavour, z);

    /// <summary>dz from dy and either y or z.</summary>
    public static string Backward(this Activation activation, Flavour flavour, string dy, string value) =>
        Of(activation).Backward(flavour, dy, value);

    /// <summary>The formulas of an activation of rows.</summary>
    public static RowFormula OfRows(Activation activation) => s_rows[activation.Name];

    private static ElementFormula Of(Activation activation) => activation switch
    {
        ReluActivation relu => new Relu(relu.Slope, relu.Maximum, relu.Threshold),
        LeakyReluActivation leaky => new LeakyRelu(leaky.Slope),
        EluActivation elu => new Elu(elu.Alpha, 1),
        UserActivation own => new UserFormula(own.Function),
        _ => s_elements[activation.Name],
    };
}
