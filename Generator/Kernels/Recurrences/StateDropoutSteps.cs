using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Kernels.Loops;
using StaticNets.Generator.Kernels.Noises;
using StaticNets.Generator.Plan.Recurrences;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>Adds the dropout of the state to the steps of a pass.</summary>
internal static class StateDropoutSteps
{
    extension(StateDropout dropout)
    {
        /// <summary>Adds what draws a block's masks before its steps.</summary>
        public void AddMasks(KernelEmission emission, RecurrentPass pass, StepRows masks, KernelOperand key)
        {
            var scale = new DropoutScale(dropout.Rate);
            Flavour flavour = emission.Flavour.Fit(dropout.Width);
            string draw = emission.Kernel(
                "DrawMasks",
                $"What the state is multiplied by for each gate, 0 or {scale.Kept}: (rows, {Literal.Int(dropout.Width)}).",
                [
                    KernelOperand.Reference("masks", masks.Name),
                    KernelOperand.Of("ulong", "key", "key"),
                    KernelOperand.Of("int", "n", "n"),
                    KernelOperand.Of("int", "rows", "rows"),
                ],
                writer =>
                {
                    using (writer.Block("for (int m = 0; m < rows; m++)"))
                    {
                        writer.Refer("masksm", "masks", At.Times("m", dropout.Width));
                        RowLoop.Write(writer, flavour, dropout.Width, (offset, lanes) =>
                        {
                            writer.Line($"uint index = unchecked((uint)({At.Sum(At.Times("n + m", dropout.Width), offset)}));");
                            writer.Line($"{flavour.Type} mask = {scale.Mask(flavour)};");
                            VectorStore.WriteAt(writer, flavour, "mask", "masksm", offset, lanes);
                        });
                    }
                });
            pass.Give(key);
            pass.Before(draw);
        }

        /// <summary>Adds what drops the state before a step, for each gate.</summary>
        public void AddForward(RecurrentPass pass, RecurrentRows rows, StepSet which)
        {
            CellOperand[] operands = [new(rows.State.Name, rows.State), new("masks", rows.Masks!), new("dropped", rows.Dropped!)];
            pass.Update("DropState", "h times the gates' masks, before a step.", which, operands, cell =>
            {
                for (int gate = 0; gate < dropout.Gates; gate++)
                {
                    string name = "dropped" + Literal.Int(gate);
                    cell.Let(name, $"{cell.Load(rows.State.Name)} * {cell.Load("masks", gate)}");
                    cell.Store("dropped", name, gate);
                }
            });
        }

        /// <summary>Adds what takes the gradient of the state from those of the dropped ones.</summary>
        /// <param name="pass">Where to.</param>
        /// <param name="rows">The pass' rows.</param>
        /// <param name="gates">The gates that have one.</param>
        /// <param name="accumulates">Whether to add to what stands there.</param>
        public static void AddBackward(RecurrentPass pass, RecurrentRows rows, IReadOnlyList<int> gates, bool accumulates)
        {
            string state = rows.State.Name;
            CellOperand[] operands = [new(state, rows.State), new("masks", rows.Masks!), new("ddropped", rows.DroppedGradient!)];
            string summary = $"dh {(accumulates ? "+" : "")}= the gradients of the dropped states through their masks.";
            pass.Update("DropStateBackward", summary, StepSet.AllButFirst, operands, cell =>
            {
                string sum = accumulates ? cell.Load(state) : "";
                foreach (int gate in gates)
                {
                    (string gradient, string mask) = (cell.Load("ddropped", gate), cell.Load("masks", gate));
                    string next = sum.Length == 0 ? $"{gradient} * {mask}" : cell.Flavour.MultiplyAdd(gradient, mask, sum);
                    sum = "dh" + Literal.Int(gate);
                    cell.Let(sum, next);
                }

                cell.Store(state, sum);
            });
        }
    }
}
