using System;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Graph.Passes;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit;

/// <summary>Inference keeps a value only as long as somebody still reads it: buffers are places in one small workspace.</summary>
internal sealed class InferenceBuffers(InferencePlan plan, LocalNames locals, WeightConstants weights) : BufferNames(locals, weights)
{
    public override bool Training => false;

    public override string Output(Orchestrator orchestrator, Node node)
    {
        Node owner = node.BufferOwner;
        string place = At.Ref("workspace", plan.Offset(owner)).Substring("ref ".Length);
        string variable = Locals.Output(owner);
        orchestrator.Declare(variable, place, owner.WholeShape.WithBatch);
        return variable;
    }

    public override string Gradient(Orchestrator orchestrator, Node node) => throw Unused();

    public override string Extra(Orchestrator orchestrator, Node node, ExtraBuffer buffer) => throw Unused();

    public override string Derived(Orchestrator orchestrator, Node node, ExtraBuffer buffer)
    {
        string variable = Locals.Extra(node, BufferRole.Derived, buffer);
        orchestrator.Declare(variable, Prepared(node, buffer), $"({Literal.Int(buffer.Size)})");
        return variable;
    }

    public override string OfWorker(Orchestrator orchestrator, Node node, ExtraBuffer buffer) => throw Unused();

    public override string Scratch(Orchestrator orchestrator)
    {
        orchestrator.Declare("scratch", At.Value("workspace", plan.ScratchOffset), "what a layer needs for itself");
        return "scratch";
    }

    public override string RawInputs => "ref workspace";

    public override bool BeginGradient(Node node) => throw Unused();

    protected override string Prepared(Node node, ExtraBuffer buffer) => At.Value("w", plan.PreparedOffset(node, buffer));

    private static InvalidOperationException Unused() => new("Inference has neither gradients nor buffers of workers.");
}
