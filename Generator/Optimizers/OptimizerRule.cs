namespace StaticNets.Generator.Optimizers;

/// <summary>The optimizer as the emitted trainer creates it.</summary>
/// <param name="Creation">The expression: <c>new AdamRule(0.001d, …)</c>.</param>
/// <param name="Outline">For the doc comment: <c>Adam, learning rate 0.001</c>.</param>
internal sealed record OptimizerRule(string Creation, string Outline);
