using System.Collections.Generic;
using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Kernels.Activations;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels;

/// <summary>The formula of each activation.</summary>
internal static class ActivationFormulas
{
    private static readonly Dictionary<string, ElementFormula> s_elements = new()
    {
        ["Linear"] = new Linear(),
        ["Sigmoid"] = new Sigmoid(),
        ["Tanh"] = new Tanh(),
        ["Gelu"] = new Gelu(),
        ["Silu"] = new Silu(),
        ["Relu6"] = ClampedLine.Relu6,
        ["Selu"] = Elu.Selu,
        ["Celu"] = Elu.Celu,
        ["Mish"] = new Mish(),
        ["Softplus"] = new Softplus(),
        ["Softsign"] = new Softsign(),
        ["HardSigmoid"] = ClampedLine.HardSigmoid,
        ["HardSilu"] = new HardSilu(),
        ["Exponential"] = new Exponential(),
        ["GeluTanh"] = new GeluTanh(),
        ["LogSigmoid"] = new LogSigmoid(),
        ["HardTanh"] = ClampedLine.HardTanh,
        ["TanhShrink"] = new TanhShrink(),
        ["SoftShrink"] = new Shrink(isSoft: true),
        ["HardShrink"] = new Shrink(isSoft: false),
        ["SquarePlus"] = new SquarePlus(),
        ["SparsePlus"] = new SparsePlus(),
        ["SparseSigmoid"] = ClampedLine.SparseSigmoid,
    };

    private static readonly Dictionary<string, RowFormula> s_rows = new()
    {
        ["Softmax"] = new Softmax(),
        ["LogSoftmax"] = new LogSoftmax(),
        ["Sparsemax"] = new Sparsemax(),
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
