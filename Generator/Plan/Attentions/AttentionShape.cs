using StaticNets.Generator.Targets;

namespace StaticNets.Generator.Plan.Attentions;

/// <summary>The sizes of an attention, as its kernels name them: T queries and S keys of H heads, of K values each; values of V.</summary>
internal sealed record AttentionShape
{
    /// <summary>T.</summary>
    public required int Queries { get; init; }

    /// <summary>S.</summary>
    public required int Keys { get; init; }

    /// <summary>H.</summary>
    public required int Heads { get; init; }

    /// <summary>K.</summary>
    public required int KeyDim { get; init; }

    /// <summary>V.</summary>
    public required int ValueDim { get; init; }

    /// <summary>Whether query t attends to the keys up to t only.</summary>
    public required bool IsCausal { get; init; }

    public required double DropoutRate { get; init; }

    public bool Drops => DropoutRate > 0;

    /// <summary>Floats from a row of scores to the next: whole vectors of every flavour, so that their stores need no exact ends.</summary>
    public int PaddedKeys
    {
        get
        {
            int lanes = Flavour.Widest.Fit(Keys).Lanes;
            return (Keys + lanes - 1) / lanes * lanes;
        }
    }

    public long ScoresSize => MemorySize.Product(Queries, PaddedKeys);

    /// <summary>Floats of a head's keys or values with the steps side by side.</summary>
    public long TransposedSize => MemorySize.Product(Math.Max(KeyDim, ValueDim), PaddedKeys);

    /// <summary>Transposed keys or values, and twice a head's scores.</summary>
    public long ScratchSize => TransposedSize + MemorySize.Product(2, ScoresSize);

    public double Scale => 1 / Math.Sqrt(KeyDim);

    public long MultiplyAdds => (long)Queries * Keys * Heads * (KeyDim + ValueDim) / (IsCausal ? 2 : 1);
}
