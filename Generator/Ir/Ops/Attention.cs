namespace StaticNets.Generator.Ir.Ops;

/// <summary>
/// The attention of all heads, after the projections: queries (T, H K), keys (S, H K) and values (S, H V) become (T, H V).
/// </summary>
internal sealed record Attention : Operation
{
    public required Value Queries { get; init; }

    public required Value Keys { get; init; }

    public required Value Values { get; init; }

    /// <summary>Not 0 for each key that counts, or null where all do.</summary>
    public Value? Mask { get; init; }

    public required int Heads { get; init; }

    /// <summary>Values of a head's query or key: K.</summary>
    public required int KeyDim { get; init; }

    /// <summary>Values of a head's value: V.</summary>
    public required int ValueDim { get; init; }

    /// <summary>Whether a query attends to the keys up to its own step only.</summary>
    public required bool IsCausal { get; init; }

    /// <summary>The share of the probabilities that training drops.</summary>
    public required double Dropout { get; init; }

    public override string Kind => "attention";

    public override IReadOnlyList<Operand> Operands => Mask is { } mask
        ? [new("q", Queries), new("k", Keys), new("v", Values), new("mask", mask)]
        : [new("q", Queries), new("k", Keys), new("v", Values)];

    public override Operation Map(Func<Value, Value> map) => this with
    {
        Queries = map(Queries),
        Keys = map(Keys),
        Values = map(Values),
        Mask = Mask is { } mask ? map(mask) : null,
    };

    public override Operation InInference => Dropout > 0 ? this with { Dropout = 0 } : this;

    public override bool BackwardReadsOperands => true;

    public override long MultiplyAdds =>
        (long)OfStep(Queries)[0] * OfStep(Keys)[0] * Heads * (KeyDim + ValueDim) / (IsCausal ? 2 : 1) * Steps;

    public override IEnumerable<Setting> Settings
    {
        get
        {
            yield return new("heads", Literal.Int(Heads));
            if (IsCausal)
            {
                yield return new("causal", "yes");
            }

            if (Dropout > 0)
            {
                yield return new("dropout", Literal.Short(Dropout));
            }
        }
    }
}
