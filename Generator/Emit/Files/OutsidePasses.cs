using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Ir;
using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Kernels;
using StaticNets.Generator.Kernels.Losses;
using StaticNets.Generator.Plan;

namespace StaticNets.Generator.Emit.Files;

/// <summary>
/// What stands between forward and backward pass where the gradients of the outputs come from outside, and hands out those of the inputs.
/// Users' memory holds all outputs, or inputs, of a sample one after the other, and is touched by exact copies alone.
/// </summary>
internal sealed class OutsidePasses(KernelClass kernels, NetPlan plan, Places places)
{
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
        string size = Literal.Int(output.Value.Shape.Size);
        string columns = $"{Literal.Int(place.Stride)}, {Literal.Int(place.Offset)}";
        string z = places.Value(kernels.ShowOutputs, output.Compared);
        var fused = output.Logits is null ? null : new FusedActivation(output, place);
        if (fused is null)
        {
            kernels.ShowOutputs.Call($"SampleColumns.Put(ref {z}, {size}, ref memory.Outputs, {columns}, n0, n1);");
        }
        else
        {
            string method = kernels.Kernels.Add(
                training: true,
                fused.Activation.Name + "Outputs",
                $"y = {fused.Activation.Name}(z): {output.Value.Shape.WithBatch}.",
                FusedActivation.ForwardParameters,
                writer => fused.WriteForward(writer, kernels.Kernels.Flavour));
            kernels.ShowOutputs.Call($"{method}(ref {z}, ref memory.Outputs, n0, n1);");
        }

        if (!_training.NeedsGradient(output.Compared))
        {
            return;
        }

        string dz = places.Gradient(kernels.TakeOutputGradients, output.Compared);
        kernels.TakeOutputGradients.Call($"SampleColumns.Take(ref memory.OutputGradients, {columns}, ref {dz}, {size}, n0, n1);");
        if (fused is not null)
        {
            string method = kernels.Kernels.Add(
                training: true,
                fused.Activation.Name + "OutputGradients",
                $"dz = dy {fused.Activation.Name}'(z), in place: {output.Value.Shape.WithBatch}.",
                FusedActivation.BackwardParameters,
                writer => fused.WriteBackward(writer, kernels.Kernels.Flavour));
            kernels.TakeOutputGradients.Call($"{method}(ref memory.Outputs, ref {dz}, n0, n1);");
        }
    }

    private void BuildInput(Input input)
    {
        Value x = input.Result;
        string size = Literal.Int(x.Shape.Size);
        string samples = $"ref memory.InputGradients, {Literal.Int(input.SampleSize)}, {Literal.Int(input.Offset)}, n0, n1";
        if (_training.NeedsGradient(x) && _training.Accumulation.IsStored(x))
        {
            string dx = places.Gradient(kernels.GiveInputGradients, x);
            kernels.GiveInputGradients.Call($"SampleColumns.Put(ref {dx}, {size}, {samples});");
        }
        else
        {
            kernels.GiveInputGradients.Call($"SampleColumns.Clear({size}, {samples});");
        }
    }
}
