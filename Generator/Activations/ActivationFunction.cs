using StaticNets.Generator.Emit;

namespace StaticNets.Generator.Activations;

/// <summary>An activation function that works on each value alone: its formula and its derivative as vector expressions.</summary>
internal abstract class ActivationFunction
{
    /// <summary>The member of <c>StaticNets.Activation</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it is a few instructions, so that it is applied to results while they are in registers.</summary>
    public virtual bool FitsInRegisters => false;

    /// <summary>What the derivative is computed from: the output, or the input where the output doesn't tell.</summary>
    public virtual bool DerivativeReadsInput => false;

    /// <summary>The value for z.</summary>
    public abstract string Forward(Flavour flavour, string z);

    /// <summary>dz from dy and either y or z, as <see cref="DerivativeReadsInput"/> says.</summary>
    public abstract string Backward(Flavour flavour, string dy, string value);
}
