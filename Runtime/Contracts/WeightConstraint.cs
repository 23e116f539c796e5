namespace StaticNets;

/// <summary>
/// The constraint of a weight tensor, which is read as (outer, units, inner): each unit has a norm, over outer and inner.
/// </summary>
/// <param name="Kind">What is done after every update.</param>
/// <param name="Units">How many norms there are.</param>
/// <param name="Inner">How many values of a unit stand side by side.</param>
/// <param name="Min">The least norm under <see cref="Constraint.MinMaxNorm"/>.</param>
/// <param name="Max">The largest norm under <see cref="Constraint.MinMaxNorm"/> and <see cref="Constraint.MaxNorm"/>.</param>
/// <param name="Rate">The share of the way to the norm's range that one update goes, under <see cref="Constraint.MinMaxNorm"/>.</param>
public sealed record WeightConstraint(Constraint Kind, int Units, int Inner, float Min, float Max, float Rate);
