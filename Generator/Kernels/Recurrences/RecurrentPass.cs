using StaticNets.Generator.Emit.Orchestration;
using StaticNets.Generator.Emit.Text;
using StaticNets.Generator.Plan.Recurrences;

namespace StaticNets.Generator.Kernels.Recurrences;

/// <summary>
/// Emits a pass through the steps of a recurrent layer: a kernel that takes a block of samples through all steps, and calls kernels that do
/// one step for all rows of the block. What goes from step to step stays in the worker's memory, a few lines of cache for each sample.
/// </summary>
/// <param name="emission">Where to.</param>
/// <param name="shape">The layer's sizes.</param>
/// <param name="blockRows">Samples that go through the steps together.</param>
/// <param name="isBackward">Whether from the last step to the first.</param>
internal sealed class RecurrentPass(KernelEmission emission, RecurrentShape shape, int blockRows, bool isBackward)
{
    private readonly List<StepRows> _strips = new();
    private readonly List<KernelOperand> _operands = new();
    private readonly List<StepRows> _sequences = new();
    private readonly List<string> _before = new();
    private readonly List<string> _after = new();
    private readonly List<StepCall> _calls = new();
    private long _multiplyAdds;

    private bool IsUnrolled => shape.Steps * _multiplyAdds <= emission.UnrollBudget;

    /// <summary>Rows in the worker's memory.</summary>
    public StepRows Strip(string name, int width)
    {
        var rows = new StepRows(name, width, StepOrder.Strip);
        _strips.Add(rows);
        return rows;
    }

    /// <summary>Rows of a buffer that has some for each step.</summary>
    public StepRows Sequence(string name, int width, StepOrder order, KernelOperand buffer)
    {
        var rows = new StepRows(name, width, order);
        _sequences.Add(rows);
        _operands.Add(buffer.As(name));
        return rows;
    }

    /// <summary>A buffer with one row a sample.</summary>
    public StepRows Samples(string name, int width, KernelOperand buffer) => Sequence(name, width, StepOrder.Strip, buffer);

    /// <summary>A weight, or the key of a dropout mask.</summary>
    public void Give(KernelOperand operand) => _operands.Add(operand);

    /// <summary>Adds a statement before a block's first step.</summary>
    public void Before(string statement) => _before.Add(statement);

    /// <summary>Sets the strip to 0 before the first step.</summary>
    public void Clear(StepRows strip) => _before.Add($"Strip.Clear(ref {strip.Name}, {At.Times("rows", strip.Width)});");

    /// <summary>Copies a block's rows before the first step, or after the last.</summary>
    public void Copy(StepRows from, StepRows to, bool afterwards) =>
        (afterwards ? _after : _before).Add($"Strip.Copy(ref {Row(from)}, ref {Row(to)}, {At.Times("rows", from.Width)});");

    /// <summary>Adds what each unit does by itself in a step.</summary>
    /// <param name="name">The kernel's name.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="which">The steps.</param>
    /// <param name="operands">What it reads and writes.</param>
    /// <param name="body">Writes it for a vector of units.</param>
    public void Update(string name, string summary, StepSet which, IReadOnlyList<CellOperand> operands, Action<CellVector> body)
    {
        Callee method = emission.Method(
            name,
            summary,
            [.. operands.Select(operand => KernelOperand.Reference(operand.Name)), BlockRows],
            writer => CellLoop.Write(writer, emission.Flavour, shape, operands, body));
        _calls.Add(new StepCall(method, which, operands));
    }

    /// <summary>Adds a product.</summary>
    /// <param name="name">The kernel's name.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="which">The steps.</param>
    /// <param name="product">The product.</param>
    /// <param name="operands">The rows of its operands, in order.</param>
    /// <param name="weights">Its matrix and biases.</param>
    /// <param name="result">The rows of the results.</param>
    /// <param name="offset">Where in them the results begin.</param>
    public void Product(
        string name,
        string summary,
        StepSet which,
        PackedProduct product,
        IReadOnlyList<StepRows> operands,
        IReadOnlyList<KernelOperand> weights,
        StepRows result,
        int offset = 0)
    {
        Callee method = emission.Method(
            name,
            summary,
            [
                .. operands.Select(rows => KernelOperand.Reference(rows.Name)),
                .. weights,
                KernelOperand.Reference(product.Result),
                BlockRows,
            ],
            product.Write);
        CellOperand results = new(product.Result, result) { Offset = offset };
        _calls.Add(new StepCall(method, which, [.. operands.Select(rows => new CellOperand(rows.Name, rows)), results]));
        _multiplyAdds += which == StepSet.First ? 0 : product.MultiplyAdds;
    }

    /// <summary>Adds the kernel and the call to it.</summary>
    public void Emit(string summary) =>
        emission.Emit(isBackward ? "Backward" : "Forward", summary, [.. _operands, emission.Scratch, emission.Range], Write);

    private void Write(SourceWriter writer)
    {
        int offset = 0;
        foreach (StepRows strip in _strips)
        {
            writer.Refer(strip.Name, "scratch", offset, $"({Literal.Int(blockRows)}, {Literal.Int(strip.Width)})");
            offset += blockRows * strip.Width;
        }

        using (writer.Block($"for (int n = n0; n < n1; n += {Literal.Int(blockRows)})"))
        {
            writer.Line($"int rows = Math.Min({Literal.Int(blockRows)}, n1 - n);");
            foreach (StepRows rows in _sequences)
            {
                writer.Refer(rows.Name + "n", rows.Name, At.Times("n", rows.Pitch(shape)));
            }

            _before.ForEach(line => writer.Line(line));
            WriteSteps(writer);
            _after.ForEach(line => writer.Line(line));
        }
    }

    /// <summary>
    /// Writes the steps one after the other with constant places where their multiply-adds, as one sample's vectors, stay within the
    /// budget; else a loop. The first step stands apart anyway, since it has no state before it.
    /// </summary>
    private void WriteSteps(SourceWriter writer)
    {
        if (IsUnrolled)
        {
            for (int step = 0; step < shape.Steps; step++)
            {
                WriteStep(writer, shape.FirstTime + ((isBackward ? shape.Steps - 1 - step : step) * shape.Direction));
            }

            return;
        }

        if (!isBackward)
        {
            WriteStep(writer, shape.FirstTime);
        }

        if (shape.Steps > 1)
        {
            bool ascends = isBackward == shape.GoesBackwards;
            int lowest = shape.GoesBackwards ? 0 : 1;
            int highest = shape.Steps - (shape.GoesBackwards ? 2 : 1);
            string head = ascends
                ? $"for (int t = {Literal.Int(lowest)}; t <= {Literal.Int(highest)}; t++)"
                : $"for (int t = {Literal.Int(highest)}; t >= {Literal.Int(lowest)}; t--)";
            using (writer.Block(head))
            {
                WriteStep(writer, null);
            }
        }

        if (isBackward)
        {
            WriteStep(writer, shape.FirstTime);
        }
    }

    /// <summary>Writes a step at a time that is known, or at that of the loop's variable.</summary>
    private void WriteStep(SourceWriter writer, int? time)
    {
        StepSet others = time == shape.FirstTime ? StepSet.AllButFirst : StepSet.First;
        foreach (StepCall call in _calls.Where(call => call.Which != others))
        {
            IEnumerable<KernelOperand> rows = call.Operands.Select(operand => KernelOperand.Reference(operand.Name, Place(operand, time)));
            writer.Line(call.Method.Call([.. rows]));
        }
    }

    private string Place(CellOperand operand, int? time)
    {
        StepRows rows = operand.Rows;
        if (rows.Order == StepOrder.Strip)
        {
            return At.Value(Row(rows), operand.Offset);
        }

        bool isState = rows.Order == StepOrder.State;
        int direction = isState ? shape.StateDirection : shape.Direction;
        IndexSum step = time is { } known
            ? IndexSum.Of(isState ? shape.StatePlace(known) : known)
            : isState ? shape.StatePlace("t") : "t";
        IndexSum place = operand.IsPrevious ? step - IndexSum.Of(direction) : step;
        return At.Value(rows.Name + "n", (place * rows.Width) + operand.Offset);
    }

    private static KernelOperand BlockRows => KernelOperand.Of("int", "rows", "rows");

    private string Row(StepRows rows) => rows.Name + (_sequences.Contains(rows) ? "n" : "");

    /// <summary>A call in a step.</summary>
    private sealed record StepCall(Callee Method, StepSet Which, IReadOnlyList<CellOperand> Operands);
}

/// <summary>Steps of a sequence. The first has no state before it.</summary>
internal enum StepSet
{
    All,
    First,
    AllButFirst,
}
