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

    public override KernelOperand Scratch => KernelOperand.Declared("scratch", "scratch", "memory.Scratch(worker)", "this worker's");

    public override KernelOperand Saved(Operation operation, NamedBuffer buffer)
    {
        string place = $"memory.Buffer({buffers.Extra(operation.Result, BufferRole.Saved, buffer)})";
        return Extra(operation, BufferRole.Saved, buffer, place, $"(N, {Literal.Int(operation.Steps * buffer.Size)})");
    }

    public override KernelOperand OfWorker(Operation operation, NamedBuffer buffer)
    {
        string place = $"memory.OfWorker({buffers.Extra(operation.Result, BufferRole.OfWorker, buffer)}, worker)";
        return Extra(operation, BufferRole.OfWorker, buffer, place, $"({Literal.Int(buffer.Size)}), this worker's");
    }

    public override bool Accumulates(Operation operation, int operand) => plan.Accumulation.Adds(operation, operand);

    protected override string PlaceOf(Value owner) =>
        owner == plan.Planned.WholeInput ? "memory.Inputs" : $"memory.Buffer({buffers.Output(owner)})";

    protected override string PlaceOfGradient(Value owner) => $"memory.Buffer({buffers.Gradient(owner)})";

    protected override string PlaceOfDerived(Operation operation, NamedBuffer buffer) =>
        $"memory.Derived({buffers.Extra(operation.Result, BufferRole.Derived, buffer)})";
}
