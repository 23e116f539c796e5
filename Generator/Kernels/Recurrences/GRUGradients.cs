using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>What a step backward through a GRU begins with, wherever it resets.</summary>
internal static class GRUGradients
{
    /// <summary>
    /// Declares dz0 and dz2, the gradients of what z and the candidate are applied to, and leaves <c>z dh</c> as the state's gradient, to
    /// which the step's products add. The first step has the state 0 before it.
    /// </summary>
    public static void LetGates(CellVector cell, RecurrentRows rows, GateFunction recurrent, GateFunction activation, bool isFirst)
    {
        Flavour flavour = cell.Flavour;
        rows.LetStateGradient(cell);
        cell.Let("kept0", cell.Load("gates"));
        cell.Let("kept2", cell.Load("gates", 2));
        cell.Let("z", recurrent.ValueOfKept(cell, "kept0"));
        cell.Let("g", activation.ValueOfKept(cell, "kept2"));
        cell.Let("dz", isFirst ? "-dh * g" : $"dh * ({cell.Load("before")} - g)");
        cell.Let("dg", $"dh * ({flavour.Broadcast(1)} - z)");
        cell.Let("dz0", recurrent.Gradient(cell, "dz", "kept0"));
        cell.Let("dz2", activation.Gradient(cell, "dg", "kept2"));
        if (!isFirst)
        {
            cell.Let("carried", rows.WhereMasked(cell, "dhAfter", "dh * z"));
            cell.Store(rows.State.Name, "carried");
        }
    }
}
