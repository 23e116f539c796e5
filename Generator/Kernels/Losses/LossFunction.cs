using StaticNets.Generator.Common;
using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Kernels.Losses;

/// <summary>A loss: its value for each sample and, for training, its gradient.</summary>
internal abstract class LossFunction
{
    /// <summary>The member of <c>StaticNets.Loss</c>, or the user's method with its class.</summary>
    public abstract string Name { get; }

    /// <summary>What its kernels are called after it.</summary>
    public virtual string Identifier => Name;

    /// <summary>What the runtime is told of it: a property of <c>NetInfo</c> and its value.</summary>
    public virtual string InfoProperty => $"Loss = global::StaticNets.Loss.{Name}";

    /// <summary>Whether it takes class indices instead of targets.</summary>
    public virtual bool IsSparse => false;

    /// <summary>The class index that doesn't count, or null.</summary>
    public virtual int? IgnoreClass => null;

    /// <summary>The last activation that it is computed together with, or null.</summary>
    public virtual string? FusedActivation => null;

    /// <summary>Whether outputs are probabilities to it.</summary>
    public virtual bool ReadsProbabilities => FusedActivation is not null;

    /// <summary>
    /// Writes what happens to one row of the output's last axis. In scope: <c>zr</c> (the output, before the activation if that is fused),
    /// <c>yr</c> (receives the output), <c>tr</c> or <c>label</c>, <c>loss</c> (to add to) and, with gradient, <c>dzr</c> and <c>scale</c>.
    /// </summary>
    public abstract void WriteRow(SourceWriter writer, LossRow row);
}

/// <summary>What a loss needs to know about the row that it is emitted for.</summary>
/// <param name="Flavour">The vectors, already fit to the row.</param>
/// <param name="Classes">Values in the row.</param>
/// <param name="IsFused">Whether the last activation is part of the loss.</param>
/// <param name="WithGradient">Whether the gradient is wanted.</param>
internal sealed record LossRow(Flavour Flavour, int Classes, bool IsFused, bool WithGradient);
