using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Recurrences;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>
/// Long short-term memory: <c>[i, f, g, o] = x w + h' u + b</c>, <c>c = s(f) c' + s(i) a(g)</c>, <c>h = s(o) a(c)</c>. Training keeps the
/// cell of each step beside the gates.
/// </summary>
internal sealed class LstmKernel(RecurrencePlan plan) : RecurrenceKernel(plan)
{
    private readonly GateFunction _activation = new(plan.Recurrence.Activation);
    private readonly GateFunction _recurrent = new(plan.Recurrence.GateActivation);

    protected override void EmitPackedWeights(KernelEmission emission, KernelOperand packed)
    {
        Fill(emission, packed, Plan.Matrices[0], Kernel, 0, 0);
        Fill(emission, packed, Plan.Matrices[0], RecurrentKernel, 0, Shape.Inputs);
    }

    protected override void EmitStep(KernelEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products)
    {
        StepRows sums = pass.Strip("sums", Columns);
        StepRows memory = pass.Strip("cell", Units);
        pass.Clear(memory);
        products.AddGates(new StepProduct("Product", Plan.Matrices[0], sums) { Biases = [0] });
        List<CellOperand> operands = [.. rows.Written(sums), new CellOperand("cell", memory)];
        if (emission.Training)
        {
            operands.Add(new CellOperand("cells", pass.Sequence("cells", Units, StepOrder.Time, emission.Extra(Plan.Cells))));
        }

        pass.Update("Update", "c = s(f) c + s(i) a(g) and h = s(o) a(c) of one step, from z = [i, f, g, o].", StepSet.All, operands, cell =>
        {
            LetGate(cell, "inputGate", _recurrent, 0);
            LetGate(cell, "forgetGate", _recurrent, 1);
            LetGate(cell, "candidate", _activation, 2);
            LetGate(cell, "outputGate", _recurrent, 3);
            cell.Let("c", cell.Flavour.MultiplyAdd("forgetGate", cell.Load("cell"), "inputGate * candidate"));
            cell.Let("h", $"outputGate * ({_activation.Value(cell, "c")})");
            string after = rows.LetAfter(cell, "c", memory);
            cell.Store("cell", after);
            rows.StoreState(cell);
            if (emission.Training)
            {
                cell.Store("cells", after);
                rows.Keep(cell, _recurrent.Kept("z0", "inputGate"), 0);
                rows.Keep(cell, _recurrent.Kept("z1", "forgetGate"), 1);
                rows.Keep(cell, _activation.Kept("z2", "candidate"), 2);
                rows.Keep(cell, _recurrent.Kept("z3", "outputGate"), 3);
            }
        });
    }

    protected override void EmitBackwardStep(KernelEmission emission, RecurrentPass pass, RecurrentRows rows, StepProducts products)
    {
        StepRows cells = pass.Sequence("cells", Units, StepOrder.Time, emission.Extra(Plan.Cells));
        StepRows dcell = pass.Strip("dcell", Units);
        pass.Clear(dcell);
        CellOperand[] operands = [.. rows.Read(), new CellOperand("cells", cells), new CellOperand("dcell", dcell)];
        EmitUpdateBackward(pass, rows, dcell, StepSet.AllButFirst, [.. operands, new CellOperand("before", cells, IsPrevious: true)]);
        EmitUpdateBackward(pass, rows, dcell, StepSet.First, operands);
        products.AddStateGradient(StateGradient(rows));
    }

    /// <summary>The first step has no cell before it, so its gate f has no gradient.</summary>
    private void EmitUpdateBackward(
        RecurrentPass pass, RecurrentRows rows, StepRows dcell, StepSet which, IReadOnlyList<CellOperand> operands)
    {
        bool isFirst = which == StepSet.First;
        string step = isFirst ? "the first" : "one";
        string summary = $"The gradients of [i, f, g, o]{(isFirst ? "" : ", and dc,")} of {step} step, from dh and dc.";
        pass.Update(isFirst ? "FirstUpdateBackward" : "UpdateBackward", summary, which, operands, cell =>
        {
            Flavour flavour = cell.Flavour;
            rows.LetStateGradient(cell);
            for (int gate = 0; gate < Plan.GateCount; gate++)
            {
                cell.Let($"kept{Literal.Int(gate)}", cell.Load("gates", gate));
            }

            cell.Let("inputGate", _recurrent.ValueOfKept(cell, "kept0"));
            cell.Let("candidate", _activation.ValueOfKept(cell, "kept2"));
            cell.Let("outputGate", _recurrent.ValueOfKept(cell, "kept3"));
            cell.Let("c", cell.Load("cells"));
            cell.Let("a", _activation.Value(cell, "c"));
            cell.Let("doutput", "dh * a");
            cell.Let("da", "dh * outputGate");
            cell.Let("through", _activation.Gradient(cell, "da", _activation.Kept("c", "a")));
            cell.Let("dc", $"through + {rows.WhereMasked(cell, flavour.Zero, cell.Load("dcell"))}");
            cell.Let("dinput", "dc * candidate");
            cell.Let("dcandidate", "dc * inputGate");
            StoreGradient(cell, 0, _recurrent.Gradient(cell, "dinput", "kept0"));
            StoreGradient(cell, 2, _activation.Gradient(cell, "dcandidate", "kept2"));
            StoreGradient(cell, 3, _recurrent.Gradient(cell, "doutput", "kept3"));
            if (isFirst)
            {
                StoreGradient(cell, 1, flavour.Zero);
                return;
            }

            cell.Let("dforget", $"dc * {cell.Load("before")}");
            StoreGradient(cell, 1, _recurrent.Gradient(cell, "dforget", "kept1"));
            cell.Let("dbefore", $"dc * ({_recurrent.ValueOfKept(cell, "kept1")})");
            cell.Store("dcell", rows.LetAfter(cell, "dbefore", dcell));
            rows.StorePassing(cell);
        });
    }

    private static void LetGate(CellVector cell, string name, GateFunction function, int gate)
    {
        string z = "z" + Literal.Int(gate);
        cell.Let(z, cell.Load("sums", gate));
        cell.Let(name, function.Value(cell, z));
    }

    private static void StoreGradient(CellVector cell, int gate, string gradient)
    {
        string name = "dz" + Literal.Int(gate);
        cell.Let(name, gradient);
        cell.Store("gates", name, gate);
    }
}
