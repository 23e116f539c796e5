namespace StaticNets.Generator.Ir;

/// <summary>Who makes each value of a graph, and who reads it.</summary>
internal sealed class GraphUses
{
    private readonly Dictionary<Value, Operation> _producers = new();
    private readonly Dictionary<Value, List<Operation>> _readers = new();
    private readonly Dictionary<Value, int> _outputs = new();

    public GraphUses(Graph graph)
    {
        Graph = graph;
        foreach (Operation operation in graph.Operations)
        {
            _producers[operation.Result] = operation;
            foreach (Operand operand in operation.Operands)
            {
                if (!_readers.TryGetValue(operand.Value, out List<Operation>? readers))
                {
                    _readers.Add(operand.Value, readers = new List<Operation>());
                }

                readers.Add(operation);
            }
        }

        foreach (GraphOutput output in graph.Outputs)
        {
            CountOutput(output.Value);
            if (output.Mask is { } mask)
            {
                CountOutput(mask);
            }
        }
    }

    /// <summary>The graph.</summary>
    public Graph Graph { get; }

    /// <summary>The operation that makes each value.</summary>
    public IReadOnlyDictionary<Value, Operation> Producers => _producers;

    /// <summary>The operations that read a value, once for each time that they do.</summary>
    public IReadOnlyList<Operation> Readers(Value value) => _readers.TryGetValue(value, out List<Operation>? readers) ? readers : [];

    /// <summary>How often a value is read: by operations, by losses whose mask it is, and by the user where it is an output.</summary>
    public int Count(Value value, bool besidePenalty = false) =>
        Readers(value).Count(reader => !besidePenalty || reader is not Ops.ActivityPenalty)
        + (_outputs.TryGetValue(value, out int outputs) ? outputs : 0);

    /// <summary>Whether only one operation or output reads a value.</summary>
    public bool HasOneReader(Value value) => Count(value) == 1;

    /// <summary>The value itself or, where it is a view, the one that it shows under another shape.</summary>
    public Value Unviewed(Value value) => _producers[value] is { IsView: true } view ? Unviewed(view.Source) : value;

    private void CountOutput(Value value) => _outputs[value] = _outputs.TryGetValue(value, out int count) ? count + 1 : 1;
}
