namespace StaticNets.Generator.Ir;

/// <summary>
/// What a pass wants to change in a graph; all at once it becomes another graph. Operations and values are those of the old one.
/// </summary>
internal sealed class GraphEdit(Graph graph)
{
    private readonly Dictionary<Value, IReadOnlyList<Operation>> _replacements = new();
    private readonly Dictionary<Value, IReadOnlyList<Operation>> _added = new();
    private readonly Dictionary<Value, Value> _values = new();
    private readonly List<GraphOutput> _outputs = [.. graph.Outputs];

    /// <summary>Puts others in an operation's place; whoever read its result reads that of the last.</summary>
    public void Replace(Operation old, params Operation[] by)
    {
        _replacements.Add(old.Result, by);
        Redirect(old.Result, by[by.Length - 1].Result);
    }

    /// <summary>Takes an operation out; whoever read its result reads another value.</summary>
    public void Remove(Operation old, Value by)
    {
        _replacements.Add(old.Result, []);
        Redirect(old.Result, by);
    }

    /// <summary>Adds operations behind another.</summary>
    public void AddBehind(Operation place, params Operation[] added) =>
        _added[place.Result] = _added.TryGetValue(place.Result, out IReadOnlyList<Operation>? before) ? [.. before, .. added] : added;

    /// <summary>Changes an output.</summary>
    public void Replace(GraphOutput old, GraphOutput by) => _outputs[_outputs.IndexOf(old)] = by;

    /// <summary>The graph with all changes.</summary>
    public Graph Apply()
    {
        var operations = new List<Operation>(graph.Operations.Count);
        foreach (Operation operation in graph.Operations)
        {
            Append(operations, _replacements.TryGetValue(operation.Result, out IReadOnlyList<Operation>? by) ? by : [operation]);
            if (_added.TryGetValue(operation.Result, out IReadOnlyList<Operation>? added))
            {
                Append(operations, added);
            }
        }

        return graph with
        {
            Operations = operations,
            Outputs = [.. _outputs.Select(output => output.Map(Current))],
            Gathered = graph.Gathered is { } gathered ? Current(gathered) : null,
        };
    }

    private void Redirect(Value from, Value to)
    {
        if (from != to)
        {
            _values.Add(from, to);
        }
    }

    private void Append(List<Operation> operations, IReadOnlyList<Operation> added) =>
        operations.AddRange(added.Select(operation => operation.Operands.Any(operand => _values.ContainsKey(operand.Value))
            ? operation.Map(Current)
            : operation));

    private Value Current(Value value)
    {
        while (_values.TryGetValue(value, out Value? by))
        {
            value = by;
        }

        return value;
    }
}
