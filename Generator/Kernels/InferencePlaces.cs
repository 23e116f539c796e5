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

    public override string Value(Orchestrator orchestrator, Value value)
    {
        Value owner = Owner(value);
        string variable = Names.Output(owner);
        orchestrator.Declare(variable, At.Value("workspace", plan.Offset(owner)), owner.Shape.WithBatch);
        return variable;
    }

    public override string Derived(Orchestrator orchestrator, Operation operation, NamedBuffer buffer)
    {
        string variable = Names.Extra(operation.Result, BufferRole.Derived, buffer);
        orchestrator.Declare(variable, At.Value("w", plan.DerivedOffset(operation, buffer)), $"({Literal.Int(buffer.Size)})");
        return variable;
    }

    public override string Scratch(Orchestrator orchestrator)
    {
        orchestrator.Declare("scratch", At.Value("workspace", plan.ScratchOffset), "what a layer needs for itself");
        return "scratch";
    }
}
