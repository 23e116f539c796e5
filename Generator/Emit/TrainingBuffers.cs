using System.Collections.Generic;
using StaticNets.Generator.Graph;
using StaticNets.Generator.Graph.Passes;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit;

/// <summary>Training keeps what its backward pass reads: buffers for the whole batch, by index in <c>TrainingMemory</c>.</summary>
internal sealed class TrainingBuffers(TrainingPlan plan, BufferConstants buffers, LocalNames locals, WeightConstants weights)
    : BufferNames(locals, weights)
{
    private readonly HashSet<Node> _begun = new();

    public override bool Training => true;

    public override string Output(Orchestrator orchestrator, Node node)
    {
        Node owner = node.BufferOwner;
        string variable = Locals.Output(owner);
        string place = owner == plan.WholeInput ? "memory.Inputs" : $"memory.Buffer({buffers.Output(owner)})";
        orchestrator.Declare(variable, place, owner.WholeShape.WithBatch);
        return variable;
    }

    public override string Gradient(Orchestrator orchestrator, Node node)
    {
        Node owner = node.BufferOwner;
        string variable = Locals.Gradient(owner);
        orchestrator.Declare(variable, $"memory.Buffer({buffers.Gradient(owner)})", owner.WholeShape.WithBatch);
        return variable;
    }

    public override string Extra(Orchestrator orchestrator, Node node, ExtraBuffer buffer)
    {
        string variable = Locals.Extra(node, BufferRole.Extra, buffer);
        string place = $"memory.Buffer({buffers.Extra(node, BufferRole.Extra, buffer)})";
        orchestrator.Declare(variable, place, $"(N, {Literal.Int(node.Steps * buffer.Size)})");
        return variable;
    }

    public override string Derived(Orchestrator orchestrator, Node node, ExtraBuffer buffer)
    {
        string variable = Locals.Extra(node, BufferRole.Derived, buffer);
        string place = $"memory.Derived({buffers.Extra(node, BufferRole.Derived, buffer)})";
        orchestrator.Declare(variable, place, $"({Literal.Int(buffer.Size)})");
        return variable;
    }

    public override string OfWorker(Orchestrator orchestrator, Node node, ExtraBuffer buffer)
    {
        string variable = Locals.Extra(node, BufferRole.OfWorker, buffer);
        string value = $"memory.OfWorker({buffers.Extra(node, BufferRole.OfWorker, buffer)}, worker)";
        orchestrator.Declare(variable, value, $"({Literal.Int(buffer.Size)}), this worker's");
        return variable;
    }

    public override string Scratch(Orchestrator orchestrator)
    {
        orchestrator.Declare("scratch", "memory.Scratch(worker)", "this worker's");
        return "scratch";
    }

    public override string RawInputs => "ref memory.Inputs";

    public override bool BeginGradient(Node node) => _begun.Add(node.BufferOwner);
}
