using System.Collections.Generic;
using StaticNets.Generator.Kernels.Activations;

namespace StaticNets.Generator.Ir;

/// <summary>An operation that can apply an activation to its results while they are in registers.</summary>
internal abstract record ActivatedOperation : MaskedOperation
{
    /// <summary>The activation; a pass fuses one in that stands behind.</summary>
    public ActivationFunction Activation { get; init; } = ActivationCatalogue.Linear;

    public bool IsActivated => Activation is not Linear;

    public override bool BackwardReadsResult => IsActivated;

    public override IEnumerable<Setting> Settings => IsActivated ? [new("activation", Activation.Name)] : [];
}
