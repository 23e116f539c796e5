using System;
using StaticNets.Generator.Emit.Normalization;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit;

/// <summary>Where values live in an orchestrating method, as expressions of its parameters.</summary>
/// <param name="locals">The names of variables.</param>
/// <param name="weights">The names of weights.</param>
internal abstract class BufferNames(LocalNames locals, WeightConstants weights)
{
    public abstract bool Training { get; }

    public LocalNames Locals { get; } = locals;

    /// <summary>Whether the kernels belong to training, although some of its layers run as in inference.</summary>
    public virtual bool IsOfTraining => Training;

    /// <summary>The variable of a node's output.</summary>
    public abstract string Output(Orchestrator orchestrator, Node node);

    /// <summary>The variable of the gradient of a node's output.</summary>
    public abstract string Gradient(Orchestrator orchestrator, Node node);

    /// <summary>The variable of an extra buffer of training.</summary>
    public abstract string Extra(Orchestrator orchestrator, Node node, ExtraBuffer buffer);

    /// <summary>The variable of derived weights.</summary>
    public abstract string Derived(Orchestrator orchestrator, Node node, ExtraBuffer buffer);

    /// <summary>The variable of a buffer that every worker has of its own.</summary>
    public abstract string OfWorker(Orchestrator orchestrator, Node node, ExtraBuffer buffer);

    /// <summary>The variable of the worker's own memory, which holds nothing from call to call.</summary>
    public abstract string Scratch(Orchestrator orchestrator);

    /// <summary>The first time a value's gradient is asked for, its reader stores; later ones add. True the first time.</summary>
    public abstract bool BeginGradient(Node node);

    /// <summary>The samples as they came, all inputs of each one after the other.</summary>
    public abstract string RawInputs { get; }

    /// <summary>A weight; where a normalization is folded in, what it becomes with it.</summary>
    public string Weight(Node node, int index) => node.Normalization is null
        ? OwnWeight(node, index)
        : "ref " + Prepared(node, index == 0 ? FoldedWeights.Kernel(node) : FoldedWeights.Bias(node));

    /// <summary>A weight as it is among the parameters.</summary>
    public string OwnWeight(Node node, int index) => $"ref Unsafe.Add(ref w, {weights.Of(node, index)})";

    /// <summary>The place of weights that are prepared for inference.</summary>
    protected virtual string Prepared(Node node, ExtraBuffer buffer) =>
        throw new InvalidOperationException("Only inference has prepared weights.");

    public string WeightGradient(Node node, int index) => $"ref Unsafe.Add(ref dw, {weights.Of(node, index)})";
}
