using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels;

/// <summary>Training keeps what its backward pass reads: buffers for the whole batch, by index in <c>TrainingMemory</c>.</summary>
internal sealed class TrainingPlaces(TrainingPlan plan, BufferConstants buffers, LocalNames names, WeightConstants weights)
    : Places(names, weights, plan.Planned.Sharing)
{
    public override bool IsOfTraining => true;

    public override string RawInputs => "memory.Inputs";

    public override string Value(Orchestrator orchestrator, Value value)
    {
        Value owner = Owner(value);
        string variable = Names.Output(owner);
        string place = owner == plan.Planned.WholeInput ? "memory.Inputs" : $"memory.Buffer({buffers.Output(owner)})";
        orchestrator.Declare(variable, place, owner.Shape.WithBatch);
        return variable;
    }

    public override string Gradient(Orchestrator orchestrator, Value value)
    {
        Value owner = Owner(value);
        string variable = Names.Gradient(owner);
        orchestrator.Declare(variable, $"memory.Buffer({buffers.Gradient(owner)})", owner.Shape.WithBatch);
        return variable;
    }

    public override string Saved(Orchestrator orchestrator, Operation operation, NamedBuffer buffer)
    {
        string variable = Names.Extra(operation.Result, BufferRole.Saved, buffer);
        string place = $"memory.Buffer({buffers.Extra(operation.Result, BufferRole.Saved, buffer)})";
        orchestrator.Declare(variable, place, $"(N, {Literal.Int(operation.Steps * buffer.Size)})");
        return variable;
    }

    public override string Derived(Orchestrator orchestrator, Operation operation, NamedBuffer buffer)
    {
        string variable = Names.Extra(operation.Result, BufferRole.Derived, buffer);
        string place = $"memory.Derived({buffers.Extra(operation.Result, BufferRole.Derived, buffer)})";
        orchestrator.Declare(variable, place, $"({Literal.Int(buffer.Size)})");
        return variable;
    }

    public override string OfWorker(Orchestrator orchestrator, Operation operation, NamedBuffer buffer)
    {
        string variable = Names.Extra(operation.Result, BufferRole.OfWorker, buffer);
        string place = $"memory.OfWorker({buffers.Extra(operation.Result, BufferRole.OfWorker, buffer)}, worker)";
        orchestrator.Declare(variable, place, $"({Literal.Int(buffer.Size)}), this worker's");
        return variable;
    }

    public override string Scratch(Orchestrator orchestrator)
    {
        orchestrator.Declare("scratch", "memory.Scratch(worker)", "this worker's");
        return "scratch";
    }

    public override bool Accumulates(Operation operation, int operand) => plan.Accumulation.Adds(operation, operand);
}
