namespace StaticNets;

/// <summary>How a trainer runs.</summary>
public sealed record TrainerOptions
{
    /// <summary>The number of threads, the caller's included; 0 (default) takes as many as the net's work deserves. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>The seed of the dropout masks. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>The largest batch that a step takes. It decides how much memory is allocated at creation. Default 128.</summary>
    public int MaxBatchSize { get; init; } = 128;

    /// <summary>The learning rate. Default: the net's own.</summary>
    public float? LearningRate { get; init; }

    /// <summary>Multiplies the L1 and L2 factors of the net. Default 1; 0 trains without the penalty.</summary>
    public float PenaltyScale { get; init; } = 1;
}

/// <summary>How a predictor runs.</summary>
public sealed record PredictorOptions
{
    /// <summary>The number of threads, the caller's included; 0 (default) takes as many as the net's work deserves. The result does not depend on it.</summary>
    public int Threads { get; init; }
}
