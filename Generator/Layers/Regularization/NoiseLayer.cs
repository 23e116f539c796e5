using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers.Regularization;

/// <summary>
/// Disturbs values while training. What is drawn is a function of seed, iteration, layer and place, so the backward pass computes it again
/// instead of reading it, and every split of the batch sees the same.
/// </summary>
internal abstract class NoiseLayer : Layer
{
    public override bool PassesMask => true;

    public override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems) => inputs[0];
}
