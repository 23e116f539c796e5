using System;
using StaticNets.Generator.Emit.Normalization;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Graph.Passes;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit;

/// <summary>Inference keeps a value only as long as somebody still reads it: buffers are places in one small workspace.</summary>
internal sealed class InferenceBuffers(InferencePlan plan) : BufferNames
{
    public override bool Training => false;

    public override string Output(Orchestrator orchestrator, Node node)
    {
        Node owner = node.BufferOwner;
        string place = At.Ref("workspace", plan.Offset(owner)).Substring("ref ".Length);
        orchestrator.Declare(owner.Variable, place, owner.Shape.WithBatch);
        return owner.Variable;
    }

    public override string Gradient(Orchestrator orchestrator, Node node) => throw Unused();

    public override string Extra(Orchestrator orchestrator, Node node, ExtraBuffer buffer) => throw Unused();

    public override string Derived(Orchestrator orchestrator, Node node, ExtraBuffer buffer)
    {
        string variable = node.Variable + buffer.Name;
        string place = At.Value("w", plan.PreparedOffset(node, buffer));
        orchestrator.Declare(variable, place, $"({Literal.Int(buffer.Size)})");
        return variable;
    }

    /// <summary>A weight; where a normalization is folded in, what it becomes with it.</summary>
    public override string Weight(Node node, int index)
    {
        if (node.Normalization is null)
        {
            return base.Weight(node, index);
        }

        ExtraBuffer folded = index == 0 ? FoldedWeights.Kernel(node) : FoldedWeights.Bias(node);
        return At.Ref("w", plan.PreparedOffset(node, folded));
    }

    public override string OfWorker(Orchestrator orchestrator, Node node, ExtraBuffer buffer) => throw Unused();

    public override string Scratch(Orchestrator orchestrator)
    {
        orchestrator.Declare("scratch", At.Value("workspace", plan.ScratchOffset), "what a layer needs for itself");
        return "scratch";
    }

    public override string RawInputs => "ref workspace";

    public override bool BeginGradient(Node node) => throw Unused();

    private static InvalidOperationException Unused() => new("Inference has neither gradients nor buffers of workers.");
}
