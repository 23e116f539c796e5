using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels;

/// <summary>
/// The frozen trunk in a training step: it runs as in inference, on <c>n</c> samples from <c>first</c> on. Its values are places in the
/// worker's own memory, except for the inputs and what others read.
/// </summary>
internal sealed class FrozenPlaces(TrainingPlan plan, BufferConstants buffers, LocalNames names, WeightConstants weights)
    : Places(names, weights, plan.Planned.Sharing)
{
    public override bool IsOfTraining => true;

    public override string RawInputs => FromFirst("memory.Inputs", plan.Graph.InputSize);

    public override KernelOperand Scratch => KernelOperand.Declared(
        "scratch", "scratch", At.Value("workspace", plan.Frozen.ScratchOffset), "what a layer needs for itself");

    protected override string PlaceOfDerived(Operation operation, NamedBuffer buffer) =>
        $"memory.Derived({buffers.Extra(operation.Result, BufferRole.Derived, buffer)})";

    protected override string PlaceOf(Value owner) => owner == plan.Planned.WholeInput ? FromFirst("memory.Inputs", owner.Shape.Size)
        : plan.Frozen.IsOfBlock(owner) ? At.Value("workspace", plan.Frozen.Offset(owner))
        : FromFirst($"memory.Buffer({buffers.Output(owner)})", owner.Shape.Size);

    private static string FromFirst(string reference, int size) => At.Value(reference, At.Times("first", size));
}
