namespace StaticNets.Generator.Layers.Optimizers;

/// <summary>The optimizer as the emitted trainer creates it.</summary>
/// <param name="Creation">The expression: <c>new global::StaticNets.Optimizers.AdamRule(0.001d, …)</c>.</param>
/// <param name="Slots">Values that it keeps for each weight.</param>
/// <param name="Name">The member of <c>StaticNets.Optimizer</c>.</param>
/// <param name="HasProximalStep">Whether an L1 penalty can be applied as a proximal step of its own step's size.</param>
internal sealed record OptimizerRule(string Creation, int Slots, string Name, bool HasProximalStep);
