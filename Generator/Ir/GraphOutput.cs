using StaticNets.Generator.Ir.Functions;

namespace StaticNets.Generator.Ir;

/// <summary>One output of the net: a value, and what it is compared with.</summary>
internal sealed record GraphOutput
{
    /// <summary>The layer's name as declared.</summary>
    public required string Name { get; init; }

    /// <summary>The value.</summary>
    public required Value Value { get; init; }

    /// <summary>Null in a net that only predicts, and where the output is for predictions alone.</summary>
    public Loss? Loss { get; init; }

    /// <summary>What the loss is multiplied by in the net's.</summary>
    public double Weight { get; init; } = 1;

    public OutputMetrics Metrics { get; init; } = OutputMetrics.None;

    /// <summary>
    /// What the loss reads: the output or, where the last activation is computed together with the loss, that one's operand.
    /// </summary>
    public Value Compared => Logits ?? Value;

    /// <summary>The operand of the activation that is computed together with the loss, or null where none is.</summary>
    public Value? Logits { get; init; }

    /// <summary>The mask of its steps, which the loss leaves out where it is 0; null where all count.</summary>
    public Value? Mask { get; init; }

    /// <summary>Whether some of the batch's rows may not count.</summary>
    public bool LeavesRowsOut => Mask is not null || Loss?.IgnoreClass is not null;

    public bool TakesLabels => Loss is { IsSparse: true };

    /// <summary>Targets a sample, or labels.</summary>
    public int KnownSize => Loss is null ? 0 : TakesLabels ? Value.Shape.Rows : Value.Shape.Size;

    public GraphOutput Map(System.Func<Value, Value> map) => this with
    {
        Value = map(Value),
        Logits = Logits is null ? null : map(Logits),
        Mask = Mask is null ? null : map(Mask),
    };
}
