namespace StaticNets.Generator.Plan.Recurrences;

/// <summary>
/// The dropout of the state that a step multiplies: a mask for each sample and gate, the same in all steps. What it draws is a function of
/// its place, so the backward pass draws it again.
/// </summary>
/// <param name="Rate">The share that is dropped.</param>
/// <param name="Gates">Masks a sample.</param>
/// <param name="Units">Values of the state.</param>
internal sealed record StateDropout(double Rate, int Gates, int Units)
{
    /// <summary>Floats of a sample's masks.</summary>
    public int Width => Gates * Units;
}
