using StaticNets.Generator.Ir.Functions;

namespace StaticNets.Generator.Ir;

/// <summary>An operation that can apply an activation to its results while they are in registers.</summary>
internal abstract record ActivatedOperation : MaskedOperation
{
    /// <summary>The activation; a pass fuses one in that stands behind.</summary>
    public Activation Activation { get; init; } = KnownActivations.Linear;

    public bool IsActivated => !Activation.IsLinear;

    public override bool BackwardReadsResult => IsActivated;

    public override IEnumerable<Setting> Settings => IsActivated ? [new("activation", Activation.Name)] : [];
}
