using StaticNets.Generator.Ir.Functions;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>
/// An activation inside a step. What is kept of it for the backward pass is what its derivative is computed from: its value or, where that
/// does not tell, what it was applied to.
/// </summary>
internal readonly record struct GateFunction(Activation Function)
{
    /// <summary>The value for z.</summary>
    public string Value(CellVector cell, string z) => Function.Forward(cell.Flavour, z);

    /// <summary>What is kept: z or the value.</summary>
    public string Kept(string z, string value) => Function.DerivativeReadsInput ? z : value;

    /// <summary>The value from what was kept.</summary>
    public string ValueOfKept(CellVector cell, string kept) => Function.DerivativeReadsInput ? Function.Forward(cell.Flavour, kept) : kept;

    /// <summary>The gradient of z from that of the value.</summary>
    public string Gradient(CellVector cell, string gradient, string kept) => Function.Backward(cell.Flavour, gradient, kept);
}
