using System.Collections.Generic;

namespace StaticNets.Generator.Emit.Recurrent;

/// <summary>The rows that every kind of recurrent layer has in a pass.</summary>
internal sealed record RecurrentRows
{
    /// <summary>The input: (T, D).</summary>
    public StepRows? Input { get; init; }

    /// <summary>What training keeps of the gates, and then their gradients; null in inference.</summary>
    public StepRows? Gates { get; init; }

    /// <summary>The state after each step: (T, units); null where nobody reads it.</summary>
    public StepRows? States { get; init; }

    /// <summary>The state that a step finds and replaces; in the backward pass its gradient.</summary>
    public required StepRows State { get; init; }

    /// <summary>The gradient of each step's output; null where only the last has one.</summary>
    public StepRows? OutputGradient { get; init; }

    /// <summary>What the end of a forward step reads and writes beside what is the cell's own.</summary>
    public IReadOnlyList<CellOperand> Written(StepRows sums)
    {
        var operands = new List<CellOperand> { new(sums.Name, sums), new(State.Name, State) };
        foreach (StepRows? rows in new[] { States, Gates })
        {
            if (rows is not null)
            {
                operands.Add(new CellOperand(rows.Name, rows));
            }
        }

        return operands;
    }

    /// <summary>What the begin of a backward step reads, where the gates also receive their gradients.</summary>
    public IReadOnlyList<CellOperand> Read()
    {
        var operands = new List<CellOperand> { new(Gates!.Name, Gates), new(State.Name, State) };
        if (OutputGradient is not null)
        {
            operands.Add(new CellOperand(OutputGradient.Name, OutputGradient));
        }

        return operands;
    }

    /// <summary>Stores the state after a step.</summary>
    public void StoreState(CellVector cell, string h)
    {
        cell.Store(State.Name, h);
        if (States is not null)
        {
            cell.Store(States.Name, h);
        }
    }

    /// <summary>Keeps a value for the backward pass, in training.</summary>
    public void Keep(CellVector cell, string value, int gate = 0)
    {
        if (Gates is not null)
        {
            cell.Store(Gates.Name, value, gate);
        }
    }

    /// <summary>Declares dh, the gradient of the state after a step: what the next step and the output's readers want.</summary>
    public void LetStateGradient(CellVector cell) =>
        cell.Let("dh", OutputGradient is null ? cell.Load(State.Name) : $"{cell.Load(State.Name)} + {cell.Load(OutputGradient.Name)}");
}
