using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Kernels;

/// <summary>Inference keeps a value only as long as somebody still reads it: buffers are places in one small workspace.</summary>
internal sealed class InferencePlaces(InferencePlan plan, LocalNames names, WeightConstants weights)
    : Places(names, weights, plan.Planned.Sharing)
{
    public override bool IsOfTraining => false;

    public override string RawInputs => "workspace";

    public override KernelOperand Scratch => KernelOperand.Declared(
        "scratch", "scratch", At.Value("workspace", plan.ScratchOffset), "what a layer needs for itself");

    protected override string PlaceOf(Value owner) => At.Value("workspace", plan.Offset(owner));

    protected override string PlaceOfDerived(Operation operation, NamedBuffer buffer) =>
        At.Value("w", plan.DerivedOffset(operation, buffer));
}
