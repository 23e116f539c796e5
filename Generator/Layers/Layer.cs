using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>
/// A layer as a user knows it: it reads its attribute, infers its shape, and says what it computes, as operations. Everything that is
/// particular to a kind of layer is in its one file; validation happens in <see cref="InferShape"/>, never later.
/// </summary>
internal abstract class Layer
{
    /// <summary>The attribute's name: <c>Conv2D</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The kind with its sizes, for messages and outlines: <c>Conv2D(32, 3)</c>.</summary>
    public virtual string Description => Kind;

    /// <summary>The shape of the output, or null after reporting why there is none.</summary>
    public abstract Shape? InferShape(IReadOnlyList<Shape> inputs, LayerProblems problems);

    /// <summary>The weights, in Keras' order; known once the shape is.</summary>
    public virtual IReadOnlyList<WeightTensor> Weights => [];

    /// <summary>
    /// The layers that this one is made of, in order, the last of which gives the output; none where it lowers itself.
    /// </summary>
    public IReadOnlyList<LayerPart> Parts { get; protected set; } = [];

    /// <summary>
    /// The names of the layers that it reads, by position: one name means the layer above and that one. Null where it
    /// reads one by <c>From</c>.
    /// </summary>
    public virtual IReadOnlyList<string?>? InputNames => null;

    /// <summary>
    /// Why the steps of a sequence can't be samples for it, and what to write instead of a <c>[TimeDistributed]</c> around it; null where
    /// they can.
    /// </summary>
    public virtual string? StepObstacle => InputNames is null ? null : "it reads several layers, and merges sequences without a wrapper";

    /// <summary>Whether the result has the mask of what the layer reads: of its first input, or what all inputs of a merge have.</summary>
    public virtual bool PassesMask => false;

    /// <summary>Says what the layer computes, as operations; one that is made of others leaves it to them.</summary>
    /// <param name="lowering">What it reads, and where operations go.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <returns>The result.</returns>
    public virtual Value Lower(Lowering lowering, Shape shape) => lowering.LowerParts(this);

    /// <summary>Whether the weights stay as they are: the user asked for it.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>The penalty of the output: its factors of <c>sum |y|</c> and <c>sum y^2</c>.</summary>
    public Penalty ActivityPenalty { get; set; }

    public long ParameterCount => Weights.Sum(weight => (long)weight.Shape.Size);
}
