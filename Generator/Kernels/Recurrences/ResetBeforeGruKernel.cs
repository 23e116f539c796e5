using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Tiles;
using StaticNets.Generator.Plan.Recurrences;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>
/// Gated recurrent unit that resets before the product, <c>g = x w + (r h') u + b</c>: a step has two products, one after the other.
/// Training keeps <c>r h'</c> of each step beside the gates.
/// </summary>
internal sealed class ResetBeforeGruKernel(RecurrencePlan plan) : RecurrenceKernel(plan)
{
    private readonly GateFunction _activation = new(plan.Recurrence.Activation);
    private readonly GateFunction _recurrent = new(plan.Recurrence.GateActivation);

    protected override void EmitPackedWeights(KernelEmission emission, KernelOperand packed)
    {
        Fill(emission, packed, Plan.Matrices[0], Kernel, 0, 0);
        Fill(emission, packed, Plan.Matrices[0], RecurrentKernel, 0, Shape.Inputs);
        Fill(emission, packed, Plan.Matrices[1], Kernel, 2 * Units, 0);
        Fill(emission, packed, Plan.Matrices[1], RecurrentKernel, 2 * Units, Shape.Inputs);
    }

    protected override void EmitStep(KernelEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products)
    {
        StepRows sums = pass.Strip("sums", Columns);
        StepRows reset = pass.Strip("reset", Units);
        products.AddGates(new StepProduct("GateProduct", Plan.Matrices[0], sums) { Biases = [0] });
        bool IsOfGates(CellOperand operand) => operand.Rows == sums || operand.Rows == rows.State || operand.Rows == rows.Gates;
        List<CellOperand> operands = [.. rows.Written(sums).Where(IsOfGates), new CellOperand("reset", reset)];
        if (rows.Dropped is not null)
        {
            operands.Add(new CellOperand("dropped", rows.Dropped));
        }

        if (emission.Training)
        {
            operands.Add(new CellOperand("resets", pass.Sequence("resets", Units, StepOrder.Time, emission.Extra(Plan.Resets))));
        }

        pass.Update("UpdateGates", "z = s(z) and r h of one step.", StepSet.All, operands, cell =>
        {
            cell.Let("z0", cell.Load("sums"));
            cell.Let("z", _recurrent.Value(cell, "z0"));
            cell.Let("z1", cell.Load("sums", 1));
            cell.Let("r", _recurrent.Value(cell, "z1"));
            cell.Let("rh", $"r * {(rows.Dropped is null ? cell.Load("state") : cell.Load("dropped", 2))}");
            cell.Store("sums", "z");
            cell.Store("reset", "rh");
            rows.Keep(cell, _recurrent.Kept("z0", "z"), 0);
            rows.Keep(cell, _recurrent.Kept("z1", "r"), 1);
            if (emission.Training)
            {
                cell.Store("resets", "rh");
            }
        });
        var candidate = new StepProduct("CandidateProduct", Plan.Matrices[1], sums)
        {
            Column = 2 * Units,
            Biases = [2 * Units],
            State = reset,
        };
        products.AddGates(candidate, firstGate: 2);
        pass.Update("Update", "h = z h + (1 - z) a(g) of one step.", StepSet.All, rows.Written(sums), cell =>
        {
            cell.Let("z2", cell.Load("sums", 2));
            cell.Let("g", _activation.Value(cell, "z2"));
            cell.Let("h", cell.Flavour.MultiplyAdd(cell.Load("sums"), $"({cell.Load("state")} - g)", "g"));
            rows.StoreState(cell);
            rows.Keep(cell, _activation.Kept("z2", "g"), 2);
        });
    }

    protected override void EmitBackwardStep(KernelEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products)
    {
        StepRows dreset = pass.Strip("dreset", Units);
        var before = new CellOperand("before", rows.States!, IsPrevious: true);
        EmitUpdateBackward(pass, rows, StepSet.AllButFirst, [.. rows.Read(), before]);
        EmitUpdateBackward(pass, rows, StepSet.First, rows.Read());
        products.Add("The gradient of r h in one step.", StepSet.AllButFirst, new StepProduct("ResetProduct", Plan.Transposed, dreset)
        {
            Factors = [new(rows.Gates!, 2 * Units, Units, 2 * Units)],
        });
        List<CellOperand> operands = [new("gates", rows.Gates!), new(rows.State.Name, rows.State), new("dreset", dreset)];
        operands.AddRange(rows.Masks is null
            ? [before]
            : [new("dropped", DroppedSequence(emission, pass)), new CellOperand("masks", rows.Masks)]);
        pass.Update("ResetUpdateBackward", "The gradient of r in one step, and r's part of dh.", StepSet.AllButFirst, operands, cell =>
        {
            cell.Let("kept1", cell.Load("gates", 1));
            cell.Let("drh", cell.Load("dreset"));
            cell.Let("dr", $"drh * {(rows.Masks is null ? cell.Load("before") : cell.Load("dropped", 2))}");
            cell.Let("dz1", _recurrent.Gradient(cell, "dr", "kept1"));
            string through = rows.Masks is null ? "drh" : $"(drh * {cell.Load("masks", 2)})";
            cell.Let("dh", cell.Flavour.MultiplyAdd(through, $"({_recurrent.ValueOfKept(cell, "kept1")})", cell.Load(rows.State.Name)));
            cell.Store("gates", "dz1", 1);
            cell.Store(rows.State.Name, "dh");
        });
        products.AddStateGradient(new StepProduct("ProductBackward", Plan.Transposed, rows.State)
        {
            Factors = [new(rows.Gates!, 0, 2 * Units, 0)],
            Accumulates = true,
        });
    }

    protected override void EmitRecurrentGradients(KernelEmission emission, KernelOperand gates)
    {
        EmitRecurrentGradient(emission, gates, 0, 2 * Units);
        new KernelGradient
        {
            Weight = RecurrentKernel,
            FirstColumn = 2 * Units,
            Columns = Units,
            Inputs = Units,
            GradientPitch = Columns,
            Rows = RowPairs.All(Shape.Steps),
        }.Emit(emission, "BackwardRecurrent", emission.Extra(Plan.Resets), gates.From(2 * Units));
        if (HasBias)
        {
            BiasGradient.Emit(emission, Bias, gates, Shape.Steps);
        }
    }

    /// <summary>The first step has no state to reset.</summary>
    private void EmitUpdateBackward(RecurrentPass pass, RecurrentRows rows, StepSet which, IReadOnlyList<CellOperand> operands)
    {
        bool isFirst = which == StepSet.First;
        string summary = $"The gradients of {(isFirst ? "z, r and g of the first" : "z and g, and z dh, of one")} step, from dh.";
        pass.Update(isFirst ? "FirstUpdateBackward" : "UpdateBackward", summary, which, operands, cell =>
        {
            GRUGradients.LetGates(cell, rows, _recurrent, _activation, isFirst);
            cell.Store("gates", "dz0", 0);
            cell.Store("gates", "dz2", 2);
            if (isFirst)
            {
                cell.Let("dz1", cell.Flavour.Zero);
                cell.Store("gates", "dz1", 1);
            }
        });
    }
}
