using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels;
using StaticNets.Generator.Kernels.Losses;
using StaticNets.Generator.Plan;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Emit.Files;

/// <summary>
/// What stands between forward and backward pass where the gradients of the outputs come from outside, and hands out those of the inputs.
/// Users' memory holds all outputs, or inputs, of a sample one after the other, and is touched by exact copies alone.
/// </summary>
internal sealed class OutsidePasses(KernelClass kernels, NetPlan plan, Places places)
{
    private static readonly KernelOperand s_outputs = KernelOperand.Reference("y", "memory.Outputs");
    private static readonly KernelOperand s_range = KernelOperand.Range("n", "n0", "n1");

    private readonly TrainingPlan _training = plan.Training!;

    public void Build()
    {
        foreach (GraphOutput output in _training.Graph.Outputs)
        {
            BuildOutput(output, LossPlace.Of(plan.Inference.Graph, output));
        }

        if (plan.Declared.Training!.InputGradients)
        {
            foreach (Input input in _training.Graph.Inputs)
            {
                BuildInput(input);
            }
        }
    }

    private void BuildOutput(GraphOutput output, LossPlace place)
    {
        int size = output.Value.Shape.Size;
        KernelOperand z = places.Value(output.Compared).As("z");
        var fused = output.Logits is null ? null : new FusedActivation(output, place);
        if (fused is null)
        {
            kernels.ShowOutputs.Call(Columns("Put", z, size, s_outputs, place.Stride, place.Offset));
        }
        else
        {
            kernels.ShowOutputs.Call(Kernel(
                fused, "Outputs", $"y = {fused.Activation.Name}(z): {output.Value.Shape.WithBatch}.", [z, s_outputs], fused.WriteForward));
        }

        if (!_training.NeedsGradient(output.Compared))
        {
            return;
        }

        KernelOperand dz = places.Gradient(output.Compared).As("dz");
        kernels.TakeOutputGradients.Call(
            Columns("Take", KernelOperand.Reference("dy", "memory.OutputGradients"), place.Stride, place.Offset, dz, size));
        if (fused is not null)
        {
            string summary = $"dz = dy {fused.Activation.Name}'(z), in place: {output.Value.Shape.WithBatch}.";
            kernels.TakeOutputGradients.Call(Kernel(fused, "OutputGradients", summary, [s_outputs, dz], fused.WriteBackward));
        }
    }

    private void BuildInput(Input input)
    {
        Value x = input.Result;
        KernelOperand samples = KernelOperand.Reference("samples", "memory.InputGradients");
        bool isStored = _training.NeedsGradient(x) && _training.Accumulation.IsStored(x);
        kernels.GiveInputGradients.Call(isStored
            ? Columns("Put", places.Gradient(x), x.Shape.Size, samples, input.SampleSize, input.Offset)
            : Columns("Clear", x.Shape.Size, samples, input.SampleSize, input.Offset));
    }

    private Callee Kernel(
        FusedActivation fused, string pass, string summary, IReadOnlyList<KernelOperand> operands, Action<SourceWriter, Flavour> write) =>
        kernels.Kernels.Add(
            training: true,
            fused.Activation.Name + pass,
            summary,
            [.. operands, s_range],
            writer => write(writer, kernels.Kernels.Flavour));

    private static Callee Columns(string method, params IReadOnlyList<KernelOperand> operands) =>
        new("SampleColumns." + method, [.. operands, s_range]);
}
