using StaticNets.Generator.Emit;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels;

/// <summary>Training keeps what its backward pass reads: buffers for the whole batch, by index in <c>TrainingMemory</c>.</summary>
internal sealed class TrainingPlaces(TrainingPlan plan, ValueNames names) : Places(names, plan.Planned.Sharing)
{
    public override bool IsOfTraining => true;

    public override string RawInputs => "ref memory.Inputs";

    public override string Value(Orchestrator orchestrator, Value value)
    {
        Value owner = Owner(value);
        string place = owner == plan.Planned.WholeInput ? "memory.Inputs" : Buffer(Names.Constant(owner));
        orchestrator.Declare(Names.Variable(owner), place, owner.Shape.WithBatch);
        return Names.Variable(owner);
    }

    public override string Gradient(Orchestrator orchestrator, Value value)
    {
        Value owner = Owner(value);
        string variable = "d" + Names.Constant(owner);
        orchestrator.Declare(variable, Buffer(Names.Constant(owner) + "Gradient"), owner.Shape.WithBatch);
        return variable;
    }

    public override string Saved(Orchestrator orchestrator, Operation operation, NamedBuffer buffer)
    {
        string variable = Variable(operation, buffer);
        string size = Literal.Int(operation.Steps * buffer.Size);
        orchestrator.Declare(variable, Buffer(Constant(operation) + buffer.Name), $"(N, {size})");
        return variable;
    }

    public override string Derived(Orchestrator orchestrator, Operation operation, NamedBuffer buffer)
    {
        string variable = Variable(operation, buffer);
        orchestrator.Declare(variable, $"memory.Derived(Buffers.{Constant(operation)}{buffer.Name})", $"({Literal.Int(buffer.Size)})");
        return variable;
    }

    public override string OfWorker(Orchestrator orchestrator, Operation operation, NamedBuffer buffer)
    {
        string variable = Variable(operation, buffer);
        string value = $"memory.OfWorker(Buffers.{Constant(operation)}{buffer.Name}, worker)";
        orchestrator.Declare(variable, value, $"({Literal.Int(buffer.Size)}), this worker's");
        return variable;
    }

    public override string Scratch(Orchestrator orchestrator)
    {
        orchestrator.Declare("scratch", "memory.Scratch(worker)", "this worker's");
        return "scratch";
    }

    public override bool Accumulates(Operation operation, int operand) => plan.Accumulation.Adds(operation, operand);

    private static string Buffer(string name) => $"memory.Buffer(Buffers.{name})";
}
