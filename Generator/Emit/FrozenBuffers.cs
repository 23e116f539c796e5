using System;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Graph.Passes;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit;

/// <summary>
/// The frozen trunk in a training step: its layers run as in inference, on <c>n</c> samples from <c>first</c> on. Their values are places
/// in the worker's own memory, except for the inputs and what trained layers read.
/// </summary>
internal sealed class FrozenBuffers(TrainingPlan plan, BufferConstants buffers, LocalNames locals, WeightConstants weights)
    : BufferNames(locals, weights)
{
    public override bool Training => false;

    public override bool IsOfTraining => true;

    public override string RawInputs => "ref " + FromFirst("memory.Inputs", plan.Graph.InputSize);

    public override string Output(Orchestrator orchestrator, Node node)
    {
        Node owner = node.BufferOwner;
        string variable = Locals.Output(owner);
        orchestrator.Declare(variable, Place(owner), owner.WholeShape.WithBatch);
        return variable;
    }

    public override string Derived(Orchestrator orchestrator, Node node, ExtraBuffer buffer)
    {
        string variable = Locals.Extra(node, BufferRole.Derived, buffer);
        orchestrator.Declare(variable, Prepared(node, buffer), $"({Literal.Int(buffer.Size)})");
        return variable;
    }

    public override string Scratch(Orchestrator orchestrator)
    {
        orchestrator.Declare("scratch", At.Value("workspace", plan.Frozen.ScratchOffset), "what a layer needs for itself");
        return "scratch";
    }

    public override string Gradient(Orchestrator orchestrator, Node node) => throw Unused();

    public override string Extra(Orchestrator orchestrator, Node node, ExtraBuffer buffer) => throw Unused();

    public override string OfWorker(Orchestrator orchestrator, Node node, ExtraBuffer buffer) => throw Unused();

    public override bool BeginGradient(Node node) => throw Unused();

    protected override string Prepared(Node node, ExtraBuffer buffer) =>
        $"memory.Derived({buffers.Extra(node, BufferRole.Derived, buffer)})";

    private string Place(Node owner) => owner == plan.WholeInput ? FromFirst("memory.Inputs", owner.WholeShape.Size)
        : plan.Frozen.IsOfBlock(owner) ? At.Value("workspace", plan.Frozen.Offset(owner))
        : FromFirst($"memory.Buffer({buffers.Output(owner)})", owner.WholeShape.Size);

    private static string FromFirst(string reference, int size) => At.Value(reference, At.Times("first", size));

    private static InvalidOperationException Unused() => new("Frozen layers have neither gradients nor buffers of training.");
}
