using StaticNets.Generator.Ir.Functions;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>The formula of an activation that works on each value alone, and of its derivative, as vector expressions.</summary>
internal abstract class ElementFormula
{
    /// <summary>The value for z.</summary>
    public abstract string Forward(Flavour flavour, string z);

    /// <summary>dz from dy and either y or z, as <see cref="Activation.DerivativeReadsInput"/> says.</summary>
    public abstract string Backward(Flavour flavour, string dy, string value);
}
