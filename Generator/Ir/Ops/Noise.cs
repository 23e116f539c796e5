namespace StaticNets.Generator.Ir.Ops;

/// <summary>
/// Disturbs values while training. What is drawn is a function of seed, iteration, layer and place, so that the backward pass draws it
/// again and every split of the batch sees the same.
/// </summary>
internal sealed record Noise : UnaryOperation
{
    public required NoiseKind Noises { get; init; }

    /// <summary>The share that is dropped, or the standard deviation.</summary>
    public required double Rate { get; init; }

    /// <summary>Gates that each have a mask of their own, of <see cref="NoiseKind.GateDropout"/>.</summary>
    public int Gates { get; init; } = 1;

    /// <summary>Tells the draws of operations of one layer apart.</summary>
    public int Stream { get; init; }

    public override string Kind => "noise";

    public override Operation? InInference => null;

    public override IEnumerable<Setting> Settings
    {
        get
        {
            yield return new("kind", Noises.ToString());
            yield return new("rate", Literal.Short(Rate));
            if (Gates > 1)
            {
                yield return new("gates", Literal.Int(Gates));
            }

            if (Stream > 0)
            {
                yield return new("stream", Literal.Int(Stream));
            }
        }
    }
}

/// <summary>What is drawn, and what is done with it.</summary>
internal enum NoiseKind
{
    /// <summary>Single values become 0, the others grow.</summary>
    Dropout,

    /// <summary>The same for whole channels.</summary>
    ChannelDropout,

    /// <summary>The same for whole channels of a sequence, once for each gate of a recurrent layer: (T, C) -> (T, gates C).</summary>
    GateDropout,

    /// <summary>Single values become the limit of SELU; mean and variance stay.</summary>
    AlphaDropout,

    /// <summary>Normal numbers are added.</summary>
    Gaussian,

    /// <summary>Values are multiplied by normal numbers around 1.</summary>
    GaussianDropout,
}
