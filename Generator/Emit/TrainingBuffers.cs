using System.Collections.Generic;
using StaticNets.Generator.Declared;
using StaticNets.Generator.Declared.Passes;
using StaticNets.Generator.Layers;

namespace StaticNets.Generator.Emit;

/// <summary>Training keeps what its backward pass reads: buffers for the whole batch, by index in <c>TrainingMemory</c>.</summary>
internal sealed class TrainingBuffers(TrainingPlan plan) : BufferNames
{
    private readonly HashSet<Node> _begun = new();

    public override bool Training => true;

    public override string Output(Orchestrator orchestrator, Node node)
    {
        Node owner = node.BufferOwner;
        string place = owner == plan.WholeInput ? "memory.Inputs" : TrainingPlan.OutputPlace(owner);
        orchestrator.Declare(owner.Variable, place, owner.WholeShape.WithBatch);
        return owner.Variable;
    }

    public override string Gradient(Orchestrator orchestrator, Node node)
    {
        Node owner = node.BufferOwner;
        string variable = "d" + owner.Constant;
        orchestrator.Declare(variable, Place(TrainingPlan.GradientName(owner)), owner.WholeShape.WithBatch);
        return variable;
    }

    public override string Extra(Orchestrator orchestrator, Node node, ExtraBuffer buffer)
    {
        string variable = node.Variable + buffer.Name;
        orchestrator.Declare(variable, Place(TrainingPlan.ExtraName(node, buffer)), $"(N, {Literal.Int(node.Steps * buffer.Size)})");
        return variable;
    }

    public override string Derived(Orchestrator orchestrator, Node node, ExtraBuffer buffer)
    {
        string variable = node.Variable + buffer.Name;
        orchestrator.Declare(variable, TrainingPlan.DerivedPlace(node, buffer), $"({Literal.Int(buffer.Size)})");
        return variable;
    }

    public override string OfWorker(Orchestrator orchestrator, Node node, ExtraBuffer buffer)
    {
        string variable = node.Variable + buffer.Name;
        string value = $"memory.OfWorker(Buffers.{TrainingPlan.ExtraName(node, buffer)}, worker)";
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

    private static string Place(string name) => $"memory.Buffer(Buffers.{name})";
}
