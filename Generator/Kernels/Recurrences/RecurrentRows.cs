using StaticNets.Generator.Emit.Text;

namespace StaticNets.Generator.Kernels.Recurrences;

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

    /// <summary>Which steps count: a value of each step that is 0 where it does not; null where all do.</summary>
    public StepRows? Mask { get; init; }

    /// <summary>The outputs, where they are not the states: they are 0 in masked steps.</summary>
    public StepRows? Outputs { get; init; }

    /// <summary>What the state is multiplied by for each gate, where it has dropout.</summary>
    public StepRows? Masks { get; init; }

    /// <summary>The state before each step, dropped for each gate: (T, gates units).</summary>
    public StepRows? Dropped { get; init; }

    /// <summary>The gradient of that of one step.</summary>
    public StepRows? DroppedGradient { get; init; }

    /// <summary>Whether the outputs of masked steps are 0, whatever the state, so that their gradient comes to nothing.</summary>
    public bool ZeroesMasked { get; init; }

    /// <summary>What the end of a forward step reads and writes beside what is the cell's own.</summary>
    public IReadOnlyList<CellOperand> Written(StepRows sums) => Operands(sums, State, States, Outputs, Gates, Mask);

    /// <summary>What the begin of a backward step reads, where the gates also receive their gradients.</summary>
    public IReadOnlyList<CellOperand> Read() => Operands(Gates, State, OutputGradient, Mask);

    /// <summary>Stores the state after a step, <c>h</c>; a masked step leaves the one before it.</summary>
    public void StoreState(CellVector cell)
    {
        string after = LetAfter(cell, "h", State);
        cell.Store(State.Name, after);
        if (States is not null)
        {
            cell.Store(States.Name, after);
        }

        if (Outputs is not null)
        {
            cell.Let("output", WhereMasked(cell, cell.Flavour.Zero, "h"));
            cell.Store(Outputs.Name, "output");
        }
    }

    /// <summary>
    /// The name of the vector that a strip holds after a step: <paramref name="computed"/> or, in a masked step, what stood there before.
    /// </summary>
    public string LetAfter(CellVector cell, string computed, StepRows strip)
    {
        if (Mask is null)
        {
            return computed;
        }

        cell.Let(computed + "After", WhereMasked(cell, cell.Load(strip.Name), computed));
        return computed + "After";
    }

    /// <summary><paramref name="computed"/>, or <paramref name="otherwise"/> in a masked step.</summary>
    public string WhereMasked(CellVector cell, string otherwise, string computed) =>
        Mask is null ? computed : cell.Flavour.Select(CellLoop.IsMasked, otherwise, computed);

    /// <summary>Keeps a value for the backward pass, in training.</summary>
    public void Keep(CellVector cell, string value, int gate = 0)
    {
        if (Gates is not null)
        {
            cell.Store(Gates.Name, value, gate);
        }
    }

    /// <summary>
    /// Declares dh, the gradient of what a step computes as its state: what the next step and the output's readers want. A masked step
    /// computes none; what they want, <c>dhAfter</c>, goes to the state before it.
    /// </summary>
    public void LetStateGradient(CellVector cell)
    {
        string readers = OutputGradient is null ? "" : cell.Load(OutputGradient.Name);
        string wanted = readers.Length == 0 ? cell.Load(State.Name)
            : $"{cell.Load(State.Name)} + {(ZeroesMasked ? WhereMasked(cell, cell.Flavour.Zero, readers) : readers)}";
        cell.Let(Mask is null ? "dh" : "dhAfter", wanted);
        if (Mask is not null)
        {
            cell.Let("dh", WhereMasked(cell, cell.Flavour.Zero, "dhAfter"));
        }
    }

    /// <summary>
    /// Stores what of the state's gradient passes the step by where the rest comes from a product: all in a masked step, else none.
    /// </summary>
    public void StorePassing(CellVector cell)
    {
        if (Mask is not null)
        {
            cell.Let("passing", WhereMasked(cell, "dhAfter", cell.Flavour.Zero));
            cell.Store(State.Name, "passing");
        }
    }

    private static IReadOnlyList<CellOperand> Operands(params StepRows?[] all) =>
        all.Where(rows => rows is not null).Select(rows => new CellOperand(rows!.Name, rows)).ToArray();
}
