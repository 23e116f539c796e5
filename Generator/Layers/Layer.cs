using System.Collections.Generic;
using System.Linq;
using StaticNets.Generator.Emit;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Layers.Lowered;

namespace StaticNets.Generator.Layers;

/// <summary>
/// A layer of a net: it has read its attribute, infers its shape, and emits its passes. Everything that is particular to a kind of layer is
/// in its one file; validation happens in <see cref="InferShape"/>, never in emission.
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
    /// The layers that this one is made of, in order, the last of which gives the output; none where it emits its passes itself.
    /// </summary>
    public virtual IReadOnlyList<LayerPart> Parts => [];

    /// <summary>Multiply-adds a sample.</summary>
    public virtual long MultiplyAdds => 0;

    /// <summary>Whether the output is the input under another shape: it then has no buffer of its own.</summary>
    public virtual bool IsView => false;

    /// <summary>
    /// Whether each value of the output depends on the input's value at its place alone, so that it may take that place
    /// where nobody else reads it.
    /// </summary>
    public virtual bool MayOverwriteInput => false;

    /// <summary>Whether the layer does nothing while the net predicts.</summary>
    public virtual bool IsAbsentFromInference => false;

    /// <summary>Whether the forward pass of training computes something else than inference, though no weight is trained.</summary>
    public virtual bool DiffersInTraining => IsAbsentFromInference || IsPenalty;

    /// <summary>
    /// The names of the layers that it reads, by position: one name means the layer above and that one. Null where it
    /// reads one by <c>From</c>.
    /// </summary>
    public virtual IReadOnlyList<string?>? InputNames => null;

    /// <summary>Where the input's values are indexes, the smallest number that is none; such an input is one of the net's own.</summary>
    public virtual int? IndexLimit => null;

    /// <summary>What the layer does with the masks of sequences' steps.</summary>
    public virtual MaskRole Masks => MaskRole.None;

    /// <summary>
    /// Why the steps of a sequence can't be samples for it, and what to write instead of a <c>[TimeDistributed]</c> around it; null where
    /// they can.
    /// </summary>
    public virtual string? StepObstacle => InputNames is null ? null : "it reads several layers, and merges sequences without a wrapper";

    /// <summary>Whether the output depends on the input smoothly, so that a gradient can go through.</summary>
    public virtual bool HasGradient => true;

    /// <summary>
    /// Whether the output is a penalty of each sample: nobody reads it, and the backward pass adds its derivative to the input's gradient.
    /// </summary>
    public virtual bool IsPenalty => false;

    /// <summary>
    /// Whether its weights should serve many samples at a time: it then takes a worker's whole range, and no blocks of it.
    /// </summary>
    public virtual bool TakesManySamples => false;

    /// <summary>Samples that should go through the layer together, whatever their size, where a prediction has so many.</summary>
    public virtual int SamplesTogether => 1;

    /// <summary>What the backward pass reads beside the output's gradient. What nobody needs may be overwritten.</summary>
    public virtual BackwardNeeds BackwardNeeds => BackwardNeeds.None;

    /// <summary>Buffers that training needs beside output and gradient, in floats a sample.</summary>
    public virtual IReadOnlyList<ExtraBuffer> ExtraBuffers(bool inputNeedsGradient) => [];

    /// <summary>Weights in another layout that a training step reads, and what it sums up in one.</summary>
    public virtual IReadOnlyList<ExtraBuffer> DerivedWeights(bool inputNeedsGradient) => [];

    /// <summary>Memory of training that every worker has of its own and that stays from call to call, in floats.</summary>
    public virtual IReadOnlyList<ExtraBuffer> WorkerBuffers(bool inputNeedsGradient) => [];

    /// <summary>Weights in another layout that inference reads.</summary>
    public virtual IReadOnlyList<ExtraBuffer> PreparedWeights => [];

    /// <summary>Floats of memory that each worker needs for the layer's passes, whatever the number of samples.</summary>
    public virtual int ScratchSize(bool training) => 0;

    /// <summary>Whether the result has the mask of what the layer reads: of its first input, or of all inputs of a merge.</summary>
    public bool PassesMask => Masks.Passes;

    /// <summary>Says what the layer computes, as operations.</summary>
    /// <param name="lowering">What it reads, and where operations go.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <returns>The result.</returns>
    public virtual Value Lower(Lowering lowering, Shape shape) => throw new System.InvalidOperationException(Kind + " has no operations.");

    /// <summary>Emits the forward pass and the call to it.</summary>
    public abstract void EmitForward(LayerEmission emission);

    /// <summary>Emits the backward pass as far as it runs over samples: the input's gradient.</summary>
    public virtual void EmitBackward(LayerEmission emission)
    {
    }

    /// <summary>Emits the gradients of the weights, summed over the batch.</summary>
    public virtual void EmitWeightGradients(LayerEmission emission)
    {
    }

    /// <summary>Emits what an update does beside the optimizer: statistics of the batch that go into weights.</summary>
    public virtual void EmitStatistics(LayerEmission emission)
    {
    }

    /// <summary>Emits what fills <see cref="PreparedWeights"/> for inference.</summary>
    public virtual void EmitPreparedWeights(LayerEmission emission)
    {
    }

    /// <summary>Emits what fills <see cref="DerivedWeights"/> for a training step.</summary>
    public virtual void EmitDerivedWeights(LayerEmission emission)
    {
    }

    /// <summary>Whether the weights stay as they are: the user asked for it.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>Whether the last input is the mask that <see cref="Masks"/> asks for: a pass found one.</summary>
    public bool HasMask { get; set; }

    /// <summary>The penalty of the output: its factors of <c>sum |y|</c> and <c>sum y^2</c>.</summary>
    public Penalty ActivityPenalty { get; set; }

    public int ParameterCount => Weights.Sum(weight => weight.Shape.Size);
}

/// <summary>What a backward pass reads.</summary>
[System.Flags]
internal enum BackwardNeeds
{
    None = 0,
    Input = 1,
    Output = 2,
}

/// <summary>A buffer by name.</summary>
internal sealed record ExtraBuffer(string Name, int Size);
