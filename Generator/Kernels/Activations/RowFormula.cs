using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Activations;

/// <summary>The formulas of an activation over the last axis: each row of values together.</summary>
internal abstract class RowFormula
{
    /// <summary>y from z, for comments.</summary>
    public abstract string Formula { get; }

    /// <summary>dz from y and dy, for comments.</summary>
    public abstract string GradientFormula { get; }

    /// <summary>Writes y of a row; z and y may be the same.</summary>
    public abstract void WriteForward(SourceWriter writer, Flavour flavour, int classes, string z, string y);

    /// <summary>Writes dz of a row, or adds it to dz; dy and dz may be the same.</summary>
    public abstract void WriteBackward(SourceWriter writer, Flavour flavour, int classes, string y, string dy, string dz, bool accumulates);
}
