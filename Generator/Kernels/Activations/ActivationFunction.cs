using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>An activation function that works on each value alone: its formula and its derivative as vector expressions.</summary>
internal abstract class ActivationFunction : IActivation
{
    public abstract string Name { get; }

    /// <summary>
    /// Whether it is applied to results while they are in registers: it is a few instructions, never falls (so that it may come after a
    /// maximum), and its derivative reads the output.
    /// </summary>
    public virtual bool FitsInRegisters => false;

    /// <summary>
    /// Whether it is a few instructions. Where nothing but its value is wanted, in a net that predicts, it is then applied in registers
    /// even if it falls or its derivative reads the input.
    /// </summary>
    public virtual bool IsCheap => FitsInRegisters;

    public virtual bool DerivativeReadsInput => false;

    /// <summary>The value for z.</summary>
    public abstract string Forward(Flavour flavour, string z);

    /// <summary>dz from dy and either y or z, as <see cref="DerivativeReadsInput"/> says.</summary>
    public abstract string Backward(Flavour flavour, string dy, string value);
}
