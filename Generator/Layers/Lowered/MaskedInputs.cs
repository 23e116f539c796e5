using StaticNets.Generator.Ir.Ops;
using StaticNets.Generator.Ir;

namespace StaticNets.Generator.Layers.Lowered;

/// <summary>Emits which inputs say what steps of an output count, for metrics.</summary>
internal sealed class MaskedInputs(Graph graph)
{
    /// <summary>The expressions of all, or none where values inside the net have a say.</summary>
    public IReadOnlyList<string> Of(Value mask)
    {
        string?[] all = Leaves(mask).Select(Text).ToArray();
        return all.Contains(null) ? [] : all.OfType<string>().ToArray();
    }

    private IEnumerable<Value> Leaves(Value mask) =>
        Unviewed(mask) is CombineMasks both ? Leaves(both.First).Concat(Leaves(both.Second)) : [mask];

    private string? Text(Value mask)
    {
        (Value read, double value) = Compared(mask);
        if (Unviewed(read) is not Input input)
        {
            return null;
        }

        int steps = mask.Shape.Size;
        string size = $"{Literal.Int(steps)}, {Literal.Int(read.Shape.Size / steps)}";
        return $"new global::StaticNets.MaskedInput({Literal.Int(input.Offset)}, {size}, {Literal.Float(value)})";
    }

    /// <summary>What the mask compares with which value; where a step counts if any of its parts does, what these compare.</summary>
    private (Value Read, double Value) Compared(Value mask) => Unviewed(mask) switch
    {
        MaskSteps { MaskValue: 0 } any when Unviewed(any.X) is MaskSteps => Compared(any.X),
        MaskSteps source => (source.X, source.MaskValue),
        _ => (mask, 0),
    };

    private Operation Unviewed(Value value) => graph.Producer(graph.Uses.Unviewed(value));
}
