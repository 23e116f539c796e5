using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers;

/// <summary>
/// A layer that is nothing but others, each with passes and fusions of its own. For the user it is one: it has one name and one line in
/// summaries, and its weights are called as Keras calls them.
/// </summary>
internal abstract class CompositeLayer : Layer
{
    public sealed override IReadOnlyList<WeightTensor> Weights =>
        Parts.SelectMany(part => part.Layer.Weights.Select(weight => weight with { Name = WeightName(part, weight) })).ToArray();

    public sealed override Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems)
    {
        Parts = InferParts(inputs, problems.About(this)) ?? [];
        return Parts.Count > 0 ? Parts[Parts.Count - 1].Shape : null;
    }

    /// <summary>The parts in order, the last of which gives the output, or null after reporting why there are none.</summary>
    protected abstract IReadOnlyList<LayerPart>? InferParts(IReadOnlyList<Shape> inputs, LayerProblems problems);

    /// <summary>Keras' name of a part's weight.</summary>
    protected abstract string WeightName(LayerPart part, WeightTensor weight);
}
