using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Recurrences;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>
/// Gated recurrent unit: <c>h = z h' + (1 - z) a(g)</c> with <c>[z, r] = s(x w + h' u + b)</c>. This one resets after the product,
/// <c>g = x w + b + r (h' u + b')</c>, so that a step has one product of the state; the products of both sides of r stand apart.
/// </summary>
internal sealed class GruKernel(RecurrencePlan plan) : RecurrenceKernel(plan)
{
    private readonly GateFunction _activation = new(plan.Recurrence.Activation);
    private readonly GateFunction _recurrent = new(plan.Recurrence.GateActivation);

    protected override void EmitPackedWeights(KernelEmission emission, KernelOperand packed)
    {
        Fill(emission, packed, Plan.Matrices[0], Kernel, 0, 0);
        Fill(emission, packed, Plan.Matrices[0], RecurrentKernel, 0, Shape.Inputs);
        Fill(emission, packed, Plan.Matrices[1], Kernel, 2 * Units, 0);
        Fill(emission, packed, Plan.Matrices[2], RecurrentKernel, 2 * Units, 0);
    }

    protected override void EmitStep(KernelEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products)
    {
        StepRows sums = pass.Strip("sums", 4 * Units);
        products.AddGates(new StepProduct("GateProduct", Plan.Matrices[0], sums) { Biases = [0, Columns] });
        products.Add("The input's side of g in one step.", StepSet.All, new StepProduct("InputProduct", Plan.Matrices[1], sums)
        {
            Column = 2 * Units,
            Biases = [2 * Units],
            Factors = [products.Input(2)],
        });
        products.Add("The state's side of g in one step.", StepSet.All, new StepProduct("StateProduct", Plan.Matrices[2], sums)
        {
            Column = 3 * Units,
            Biases = [Columns + (2 * Units)],
            Factors = [products.State(2, 0)],
        });
        pass.Update("Update", "h = z h + (1 - z) a(g) of one step.", StepSet.All, rows.Written(sums), cell =>
        {
            cell.Let("z0", cell.Load("sums"));
            cell.Let("z", _recurrent.Value(cell, "z0"));
            cell.Let("z1", cell.Load("sums", 1));
            cell.Let("r", _recurrent.Value(cell, "z1"));
            cell.Let("side", cell.Load("sums", 3));
            cell.Let("z2", cell.Flavour.MultiplyAdd("r", "side", cell.Load("sums", 2)));
            cell.Let("g", _activation.Value(cell, "z2"));
            cell.Let("h", cell.Flavour.MultiplyAdd("z", $"({cell.Load("state")} - g)", "g"));
            rows.StoreState(cell);
            rows.Keep(cell, _recurrent.Kept("z0", "z"), 0);
            rows.Keep(cell, _recurrent.Kept("z1", "r"), 1);
            rows.Keep(cell, _activation.Kept("z2", "g"), 2);
            rows.Keep(cell, "side", 3);
        });
    }

    protected override void EmitBackwardStep(KernelEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products)
    {
        EmitUpdateBackward(pass, rows, StepSet.AllButFirst, [.. rows.Read(), new CellOperand("before", rows.States!, IsPrevious: true)]);
        EmitUpdateBackward(pass, rows, StepSet.First, rows.Read());
        products.AddStateGradient(new StepProduct("ProductBackward", Plan.Transposed, rows.State)
        {
            Factors = [new(rows.Gates!, 0, 2 * Units, 0), new(rows.Gates!, 3 * Units, Units, 2 * Units)],
            Accumulates = true,
        });
    }

    protected override void EmitRecurrentGradients(KernelEmission emission, KernelOperand gates)
    {
        KernelOperand side = gates.From(3 * Units);
        EmitRecurrentGradient(emission, gates, 0, 2 * Units);
        EmitRecurrentGradient(emission, side, 2 * Units, Units);
        if (HasBias)
        {
            int pitch = Plan.GateValues * Units;
            BiasGradient.Emit(emission, Bias, gates, Shape.Steps, new BiasPiece(0, Columns, pitch));
            BiasGradient.Emit(emission, Bias, gates, Shape.Steps, new BiasPiece(Columns, 2 * Units, pitch));
            BiasGradient.Emit(emission, Bias, side, Shape.Steps, new BiasPiece(Columns + (2 * Units), Units, pitch));
        }
    }

    private void EmitUpdateBackward(RecurrentPass pass, RecurrentRows rows, StepSet which, IReadOnlyList<CellOperand> operands)
    {
        bool isFirst = which == StepSet.First;
        string step = isFirst ? "the first" : "one";
        string summary = $"The gradients of z, r and g's sides{(isFirst ? "" : ", and z dh,")} of {step} step, from dh.";
        pass.Update(isFirst ? "FirstUpdateBackward" : "UpdateBackward", summary, which, operands, cell =>
        {
            GRUGradients.LetGates(cell, rows, _recurrent, _activation, isFirst);
            cell.Let("kept1", cell.Load("gates", 1));
            cell.Let("dr", $"dz2 * {cell.Load("gates", 3)}");
            cell.Let("dside", $"dz2 * ({_recurrent.ValueOfKept(cell, "kept1")})");
            cell.Let("dz1", _recurrent.Gradient(cell, "dr", "kept1"));
            cell.Store("gates", "dz0", 0);
            cell.Store("gates", "dz1", 1);
            cell.Store("gates", "dz2", 2);
            cell.Store("gates", "dside", 3);
        });
    }
}
