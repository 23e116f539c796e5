using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Plan.Recurrences;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary><c>h = activation(x w + h' u + b)</c>.</summary>
internal sealed class SimpleCellKernel(RecurrencePlan plan) : RecurrenceKernel(plan)
{
    private readonly GateFunction _activation = new(plan.Recurrence.Activation);

    protected override void EmitPackedWeights(KernelEmission emission, KernelOperand packed)
    {
        Fill(emission, packed, Plan.Matrices[0], Kernel, 0, 0);
        Fill(emission, packed, Plan.Matrices[0], RecurrentKernel, 0, Shape.Inputs);
    }

    protected override void EmitStep(KernelEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products)
    {
        StepRows sums = pass.Strip("sums", Columns);
        products.AddGates(new StepProduct("Product", Plan.Matrices[0], sums) { Biases = [0] });
        pass.Update("Update", "h = activation(z) of one step.", StepSet.All, rows.Written(sums), cell =>
        {
            cell.Let("z", cell.Load("sums"));
            cell.Let("h", _activation.Value(cell, "z"));
            rows.StoreState(cell);
            rows.Keep(cell, _activation.Kept("z", "h"));
        });
    }

    protected override void EmitBackwardStep(KernelEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products)
    {
        pass.Update("UpdateBackward", "dz = dh activation'(z) of one step.", StepSet.All, rows.Read(), cell =>
        {
            rows.LetStateGradient(cell);
            cell.Let("kept", cell.Load("gates"));
            cell.Let("dz", _activation.Gradient(cell, "dh", "kept"));
            cell.Store("gates", "dz");
            rows.StorePassing(cell);
        });
        products.AddStateGradient(StateGradient(rows));
    }
}
